package com.ofauth.access;

import org.jspecify.annotations.Nullable;

/**
 * A walk over a list could not go on: the service says that there is more but does not advance,
 * sends more than was asked for, or the list changes faster than it can be read. The checkpoint
 * says how far the walk came.
 */
public final class PagingException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  PagingException(String message, @Nullable ApiResponse<?> response) {
    super(failure(message, response));
  }

  private static Failure failure(String message, @Nullable ApiResponse<?> response) {
    Failure failure = Failure.of(message);
    return response == null ? failure : failure.response(response.status(), response.headers(), "");
  }
}
