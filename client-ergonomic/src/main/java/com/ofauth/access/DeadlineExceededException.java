package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The total timeout expired, or the required rate-limit wait exceeds the time left; such a wait is
 * not started. Earlier attempts' failures are {@linkplain #getSuppressed() suppressed exceptions}.
 */
public final class DeadlineExceededException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  DeadlineExceededException(FailureDetails failure) {
    super(failure);
  }
}
