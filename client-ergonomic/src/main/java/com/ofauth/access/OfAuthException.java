package com.ofauth.access;

import org.jspecify.annotations.Nullable;

/**
 * A call to the OFAuth Access API failed. The message says what happened and to which request; it
 * never holds the API key.
 */
public class OfAuthException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  OfAuthException(String message, @Nullable Throwable cause, int status) {
    super(message, cause);
    this.status = status;
  }

  /** {@return the HTTP status of the response, or 0 when none came} */
  public int status() {
    return status;
  }
}
