package com.ofauth.access;

import java.time.Duration;

/**
 * Hears what a client does, for metrics and traces. Every method does nothing unless overridden.
 *
 * <p>The methods are called on the thread that makes the call, several threads at a time, and what
 * they take the call waits for: they must be thread-safe and quick. What they throw is logged and
 * otherwise ignored.
 */
public interface OfAuthListener {

  /**
   * A call begins.
   *
   * @param call the call
   */
  default void onRequest(CallInfo call) {}

  /**
   * An attempt has ended, well or not. An attempt whose answer is awaited no longer, since the
   * thread was interrupted or the timeout has passed, counts too.
   *
   * @param call the call
   * @param outcome how the attempt ended
   */
  default void onAttempt(CallInfo call, CallOutcome outcome) {}

  /**
   * The call is about to wait.
   *
   * @param call the call
   * @param reason what it waits for
   * @param wait how long it will be, as far as that can be told beforehand
   */
  default void onWait(CallInfo call, WaitReason reason, Duration wait) {}

  /**
   * An attempt has failed, and the call will be tried again after a wait.
   *
   * @param call the call
   * @param nextAttempt the number of the coming attempt, 2 or more
   * @param failure why the last attempt failed
   */
  default void onRetry(CallInfo call, int nextAttempt, OfAuthException failure) {}

  /**
   * A page of a list was read.
   *
   * @param call the call that brought it
   * @param offset where in the list the page begins, 0 or more
   * @param items how many items it holds
   * @param hasMore whether the service says that there are more behind it
   */
  default void onPage(CallInfo call, long offset, int items, boolean hasMore) {}

  /**
   * A call has ended, well or not. Comes exactly once after each {@link #onRequest}, on the same
   * thread.
   *
   * @param call the call
   * @param outcome how it ended, after all attempts
   */
  default void onEnd(CallInfo call, CallOutcome outcome) {}
}
