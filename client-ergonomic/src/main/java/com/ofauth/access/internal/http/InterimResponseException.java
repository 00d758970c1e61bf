package com.ofauth.access.internal.http;

import java.net.ProtocolException;

/** An interim response (1xx) stands where the response should be. */
final class InterimResponseException extends ProtocolException {
  private static final long serialVersionUID = 1L;

  InterimResponseException(int status) {
    super(
        status == 101
            ? "The server switched protocols (101), which was not asked for"
            : "The server sent two interim responses (1xx) in a row, which OkHttp 4 cannot read");
  }
}
