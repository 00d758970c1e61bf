package com.ofauth.access.internal.http;

import com.squareup.moshi.JsonEncodingException;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okio.Buffer;

/**
 * Tells a body that ends too early from one whose syntax is broken, which Moshi does only where the
 * end lies between two tokens: the former is worth another attempt, the latter is not.
 */
public final class TruncatedJson {
  private static final Pattern BEGINNING_OF_NUMBER =
      Pattern.compile("-?[0-9]*\\.?[0-9]*[eE]?[+-]?");

  private TruncatedJson() {}

  /**
   * Gives the failure as it is, or as the end of the body that it is.
   *
   * @param rest what the reader had not consumed when it failed
   */
  public static IOException orAsItIs(JsonEncodingException failure, Buffer rest) {
    if (!endsWithinString(failure) && !isBeginningOfLiteral(rest)) {
      return failure;
    }
    EOFException end = new EOFException("End of input within a value: " + failure.getMessage());
    end.initCause(failure);
    return end;
  }

  /** By Moshi's words: the reader has consumed a part of the string that can't be told. */
  private static boolean endsWithinString(JsonEncodingException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.startsWith("Unterminated string")
        || message.startsWith("Unterminated escape sequence");
  }

  private static boolean isBeginningOfLiteral(Buffer rest) {
    String text = rest.snapshot((int) Math.min(rest.size(), 32)).utf8();
    return !text.isEmpty()
        && (Stream.of("true", "false", "null").anyMatch(literal -> literal.startsWith(text))
            || BEGINNING_OF_NUMBER.matcher(text).matches());
  }
}
