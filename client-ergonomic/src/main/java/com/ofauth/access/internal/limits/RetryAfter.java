package com.ofauth.access.internal.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: a number of seconds, or a date by the server's clock. */
public final class RetryAfter {
  /** More digits than this are more than a century: no server means it. */
  private static final int MAX_DIGITS = 10;

  private RetryAfter() {}

  /**
   * How long the service asks to wait, or null when it does not say so in any way that can be read.
   * Never negative: what lies in the past asks for no wait.
   *
   * @param now our time of day, for a date without a {@code Date} header to compare it with
   */
  public static @Nullable Duration parse(Headers headers, Instant now) {
    String value = headers.get("Retry-After");
    if (value == null) {
      return null;
    }
    String text = value.strip();
    if (text.matches("[+-]?[0-9]+(\\.[0-9]*)?")) {
      return seconds(text);
    }
    Date until = headers.getDate("Retry-After");
    if (until == null) {
      return null;
    }
    Date serverTime = headers.getDate("Date");
    Instant from = serverTime == null ? now : serverTime.toInstant();
    return notNegative(Duration.between(from, until.toInstant()));
  }

  private static Duration seconds(String text) {
    if (text.startsWith("-")) {
      return Duration.ZERO;
    }
    String digits = text.replaceFirst("^\\+?0*(?=[0-9])", "").replaceFirst("\\..*$", "");
    long whole =
        digits.length() > MAX_DIGITS
            ? Long.parseLong("9".repeat(MAX_DIGITS))
            : Long.parseLong(digits);
    // A fraction is rounded up: to come too early costs another 429.
    boolean fraction = text.matches(".*\\.[0-9]*[1-9].*");
    return Duration.ofSeconds(fraction ? whole + 1 : whole);
  }

  private static Duration notNegative(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
