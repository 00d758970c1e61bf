package com.ofauth.access.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a 429 says in {@code Retry-After}. Immutable.
 *
 * <p>The true wait is the time until the next token, rounded up to a whole second.
 */
public final class RetryAfter {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Form form;
  private final @Nullable String text;

  private enum Form {
    SECONDS,
    DATE,
    ABSENT,
    TEXT
  }

  private RetryAfter(Form form, @Nullable String text) {
    this.form = form;
    this.text = text;
  }

  /**
   * The true wait as a number of seconds.
   *
   * @return the default form
   */
  public static RetryAfter seconds() {
    return new RetryAfter(Form.SECONDS, null);
  }

  /**
   * The end of the true wait as an HTTP date, by the clock that {@code Date} shows, skew included.
   *
   * @return the date form
   */
  public static RetryAfter date() {
    return new RetryAfter(Form.DATE, null);
  }

  /**
   * No header.
   *
   * @return the absent form
   */
  public static RetryAfter absent() {
    return new RetryAfter(Form.ABSENT, null);
  }

  /**
   * Any text, however absurd: {@code -5}, {@code 31536000}, {@code soon}, a date in the past.
   *
   * @param text sent as it is
   * @return a fixed form
   */
  public static RetryAfter text(String text) {
    return new RetryAfter(Form.TEXT, Objects.requireNonNull(text, "text"));
  }

  /** The header's value, or null to leave it out. */
  @Nullable String value(Duration wait, Instant serverTime) {
    return switch (form) {
      case SECONDS -> Long.toString(wholeSeconds(wait));
      // A date has whole seconds: the sum is rounded up, or the date would come too early.
      case DATE -> httpDate(serverTime.plus(wait).plusNanos(999_999_999));
      case ABSENT -> null;
      case TEXT -> text;
    };
  }

  static long wholeSeconds(Duration wait) {
    return wait.plusNanos(999_999_999).toSeconds();
  }

  static String httpDate(Instant instant) {
    return HTTP_DATE.format(instant);
  }

  @Override
  public String toString() {
    return "RetryAfter[" + (text == null ? form : text) + "]";
  }
}
