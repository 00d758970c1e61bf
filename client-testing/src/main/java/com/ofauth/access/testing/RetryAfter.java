package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.exchange.HttpTime;
import com.ofauth.access.testing.internal.service.RetryAfterValue;
import java.util.Objects;

/**
 * The {@code Retry-After} header of a 429. Immutable.
 *
 * <p>The true wait is the time until the next token, rounded up to a whole second.
 */
public final class RetryAfter {
  private static final RetryAfter SECONDS =
      new RetryAfter("seconds", (wait, serverTime) -> Long.toString(HttpTime.wholeSeconds(wait)));
  // A date has whole seconds: the sum is rounded up, or the date would come too early.
  private static final RetryAfter DATE =
      new RetryAfter(
          "date",
          (wait, serverTime) -> HttpTime.date(serverTime.plus(wait).plusNanos(999_999_999)));
  private static final RetryAfter ABSENT = new RetryAfter("absent", (wait, serverTime) -> null);

  private final String name;
  private final RetryAfterValue value;

  private RetryAfter(String name, RetryAfterValue value) {
    this.name = name;
    this.value = value;
  }

  /**
   * The true wait as a number of seconds.
   *
   * @return the default form
   */
  public static RetryAfter seconds() {
    return SECONDS;
  }

  /**
   * The end of the true wait as an HTTP date, by the clock that {@code Date} shows, skew included.
   *
   * @return the date form
   */
  public static RetryAfter date() {
    return DATE;
  }

  /**
   * No header.
   *
   * @return the absent form
   */
  public static RetryAfter absent() {
    return ABSENT;
  }

  /**
   * Any text, however absurd: {@code -5}, {@code 31536000}, {@code soon}, a date in the past.
   *
   * @param text sent unchanged
   * @return a fixed form
   */
  public static RetryAfter text(String text) {
    Objects.requireNonNull(text, "text");
    return new RetryAfter(text, (wait, serverTime) -> text);
  }

  RetryAfterValue value() {
    return value;
  }

  @Override
  public String toString() {
    return "RetryAfter[" + name + "]";
  }
}
