package com.ofauth.access.internal.limits;

import com.ofauth.access.CallInfo;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.util.Deadline;

/**
 * An attempt that needs a token of its connection's rate limit.
 *
 * @param attempt how often the request was sent
 * @param deadline when the call has to be over
 */
public record TokenRequest(CallInfo call, int attempt, Deadline deadline) {
  /** A failure of the call. What: what happened and what to do, without a full stop. */
  FailureDetails failure(String what) {
    return FailureDetails.of(call, attempt, what);
  }
}
