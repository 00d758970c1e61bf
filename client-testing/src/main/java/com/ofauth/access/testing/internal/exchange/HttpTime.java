package com.ofauth.access.testing.internal.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations as HTTP headers show them. */
public final class HttpTime {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpTime() {}

  /** The duration in seconds, rounded up. */
  public static long wholeSeconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }

  /** The time as {@code Date} shows it, rounded down to a second. */
  public static String date(Instant instant) {
    return HTTP_DATE.format(instant);
  }
}
