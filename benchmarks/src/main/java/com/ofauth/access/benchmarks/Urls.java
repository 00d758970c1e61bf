package com.ofauth.access.benchmarks;

/** The length of the URLs of media: most of a page when they are signed. */
public enum Urls {
  /** As in the documentation: a page has 69 kB. */
  SHORT,
  /** With the signatures of a content network: a page has 254 kB. */
  SIGNED
}
