package com.ofauth.access.internal.http;

import com.squareup.moshi.JsonEncodingException;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okio.Buffer;
import okio.BufferedSource;

/**
 * What Moshi says of broken syntax, made better: it tells a body that ends too early from one whose
 * syntax is broken only where the end lies between two tokens, while the former is worth another
 * attempt and the latter is not; and it advises to read leniently, which is not for users to do.
 */
public final class TruncatedJson {
  private static final Pattern BEGINNING_OF_NUMBER =
      Pattern.compile("-?[0-9]*\\.?[0-9]*[eE]?[+-]?");

  private static final String ADVICE = "Use JsonReader.setLenient(true) to accept malformed";
  private static final int MAX_LITERAL = 32;

  private TruncatedJson() {}

  /**
   * Returns the failure in better words, or as the end of the body that it is.
   *
   * @param source what the reader reads from; it has not consumed what it stumbled over
   */
  public static IOException of(JsonEncodingException failure, BufferedSource source)
      throws IOException {
    String what = String.valueOf(failure.getMessage()).replace(ADVICE, "Malformed");
    boolean cutShort = endsWithinString(failure) || isBeginningOfLiteral(source);
    IOException better =
        cutShort
            ? new EOFException("End of input within a value: " + what)
            : new JsonEncodingException(what);
    better.setStackTrace(failure.getStackTrace());
    return better;
  }

  /** By Moshi's words: the reader has consumed a part of the string that can't be told. */
  private static boolean endsWithinString(JsonEncodingException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.startsWith("Unterminated string")
        || message.startsWith("Unterminated escape sequence");
  }

  private static boolean isBeginningOfLiteral(BufferedSource source) throws IOException {
    source.request(MAX_LITERAL);
    Buffer rest = source.getBuffer();
    String text = rest.snapshot((int) Math.min(rest.size(), MAX_LITERAL)).utf8();
    return !text.isEmpty()
        && (Stream.of("true", "false", "null").anyMatch(literal -> literal.startsWith(text))
            || BEGINNING_OF_NUMBER.matcher(text).matches());
  }
}
