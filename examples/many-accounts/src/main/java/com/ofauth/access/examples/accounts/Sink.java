package com.ofauth.access.examples.accounts;

/**
 * Where items go, and how far the lists are copied. It gives the fences, because it is the one
 * place that is never split: each owner of a connection takes a higher one, and what comes with an
 * older one is refused. So a member that was paused, and wakes after another has taken over, writes
 * nothing. Thread-safe.
 */
interface Sink {

  /** Makes the caller the owner of a connection; returns its fence and the saved checkpoints. */
  Account takeOver(String connection);

  /**
   * Stores an item in place of an earlier version of it.
   *
   * @throws StaleFenceException if the connection has another owner by now
   */
  void merge(String connection, String key, long fence, String version, String json);

  /**
   * Saves how far the owner has come with a list, for when no member is left that knows.
   *
   * @throws StaleFenceException if the connection has another owner by now
   */
  void save(String connection, String list, long fence, String checkpoint);

  /** Another member has taken the connection over. */
  final class StaleFenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleFenceException(String connection, long fence, long newer) {
      super(connection + " is owned by fence " + newer + ", not by " + fence + " any more");
    }
  }
}
