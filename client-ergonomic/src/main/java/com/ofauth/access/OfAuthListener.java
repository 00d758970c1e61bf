package com.ofauth.access;

import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.model.Deviation;
import java.time.Duration;

/**
 * Receives the events of a client, for metrics and traces. Every method does nothing by default.
 *
 * <p>Callbacks run on the calling thread, possibly concurrently; the call blocks until they return.
 * They must be thread-safe and fast. Exceptions from callbacks are logged and ignored.
 */
public interface OfAuthListener {

  /**
   * A call starts.
   *
   * @param call the call
   */
  default void onRequest(CallInfo call) {}

  /**
   * An attempt ended, with success or failure. Also called for attempts abandoned by an interrupt
   * or timeout.
   *
   * @param call the call
   * @param outcome the result of the attempt
   */
  default void onAttempt(CallInfo call, CallOutcome outcome) {}

  /**
   * A call is about to wait.
   *
   * @param call the call
   * @param reason why it waits
   * @param wait the expected duration
   */
  default void onWait(CallInfo call, WaitReason reason, Duration wait) {}

  /**
   * An attempt failed and will be retried after a wait.
   *
   * @param call the call
   * @param nextAttempt the number of the next attempt, 2 or more
   * @param failure why the last attempt failed
   */
  default void onRetry(CallInfo call, int nextAttempt, OfAuthException failure) {}

  /**
   * A page of a list was read.
   *
   * @param call the call that returned it
   * @param offset the offset of the page in the list, 0 or more
   * @param items the number of its items
   * @param hasMore whether the service reports items after it
   */
  default void onPage(CallInfo call, long offset, int items, boolean hasMore) {}

  /**
   * A value did not come as the API describes it. It is kept as it came, and costs nothing else.
   * Called once for each such value of an item that a walk meets, however often it meets the item.
   *
   * @param call the call that returned it
   * @param deviation what was expected and found, and where in the body of the response
   */
  default void onDeviation(CallInfo call, Deviation deviation) {}

  /**
   * An item of a list could not be decoded and was left out. Called once for each such item that a
   * walk meets.
   *
   * @param call the call that returned it
   * @param item the item
   */
  default void onUndecodableItem(CallInfo call, UndecodableItem item) {}

  /**
   * A call ended, with success or failure. Called exactly once after each {@link #onRequest}, on
   * the same thread.
   *
   * @param call the call
   * @param outcome the result after all attempts
   */
  default void onEnd(CallInfo call, CallOutcome outcome) {}
}
