package com.ofauth.access.internal.http;

import java.io.IOException;
import java.net.ProtocolException;

/** Stops OkHttp from sending a request again that needs a token. The cause is the failure. */
final class NotRepeatedException extends ProtocolException {
  private static final long serialVersionUID = 1L;

  NotRepeatedException(IOException failure) {
    super(failure.getMessage());
    initCause(failure);
  }

  /** What failed before OkHttp asked for another sending. */
  static IOException unwrap(IOException e) {
    return e instanceof NotRepeatedException && e.getCause() instanceof IOException cause
        ? cause
        : e;
  }
}
