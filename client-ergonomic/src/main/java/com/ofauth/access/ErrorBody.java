package com.ofauth.access;

import okio.ByteString;

/** The body of an error response, for the message of an exception. */
final class ErrorBody {
  private static final int MAX_CHARACTERS = 300;

  private ErrorBody() {}

  static String summary(ByteString raw) {
    String text = raw.utf8().strip();
    if (text.isEmpty()) {
      return "(empty body)";
    }
    return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
  }
}
