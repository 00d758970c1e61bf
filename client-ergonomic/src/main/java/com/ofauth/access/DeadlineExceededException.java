package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The total timeout of the call does not suffice: it has passed while the answer was awaited, or a
 * wait for the rate limit would not fit into what is left of it and was not begun. Earlier
 * attempts' failures are {@linkplain #getSuppressed() suppressed exceptions}.
 */
public final class DeadlineExceededException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  DeadlineExceededException(FailureDetails failure) {
    super(failure);
  }
}
