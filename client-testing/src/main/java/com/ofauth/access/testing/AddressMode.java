package com.ofauth.access.testing;

/** What happens to new connections to one address of a provider. */
public enum AddressMode {
  /** They are accepted and served. The mode of each address after a start or a reset. */
  SERVING,
  /** They are refused: nothing listens on the port. */
  REFUSING,
  /** They are accepted, but nothing that a client sends is ever read or answered. */
  SILENT,
  /**
   * They are neither accepted nor refused: the client waits until its connect timeout. Needs an
   * operating system that drops connection attempts when the backlog of a socket is full, as Linux
   * and macOS do; Windows refuses them.
   */
  UNREACHABLE
}
