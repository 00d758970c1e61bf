package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The thread was interrupted, or the future cancelled, while the call waited for the rate limit,
 * for a retry or for the response. The request in flight is cancelled, and the thread's interrupt
 * flag is set.
 */
public final class CallInterruptedException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  CallInterruptedException(FailureDetails failure) {
    super(failure);
  }
}
