package com.ofauth.access;

/**
 * An attempt that needs a token of its connection's rate limit.
 *
 * @param attempt how often the request was sent
 * @param deadline when the call has to be over
 */
record TokenRequest(CallInfo call, int attempt, Deadline deadline) {
  /** A failure of the call. What: what happened and what to do, without a full stop. */
  Failure failure(String what) {
    return Failure.of(call, attempt, what);
  }
}
