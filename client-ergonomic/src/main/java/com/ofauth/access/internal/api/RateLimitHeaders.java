package com.ofauth.access.internal.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The {@code X-RateLimit-*} headers of a response; null for what the service does not say.
 *
 * <p>The API's documentation does not say what the number in {@code X-RateLimit-Reset} counts: it
 * is read as a point in time where it is large enough to be one, else as seconds from now.
 *
 * @param resetAfter the time until the reset, never negative
 * @param serverTime the server's clock, or ours where it sends no {@code Date} or no reset
 */
public record RateLimitHeaders(
    @Nullable Long limit,
    @Nullable Long remaining,
    @Nullable Duration resetAfter,
    Instant serverTime) {
  /** 2001-09-09 as an epoch second: no number of seconds to wait is that large. */
  private static final long MIN_EPOCH_SECOND = 1_000_000_000L;

  private static final long MIN_EPOCH_MILLI = 1_000_000_000_000L;

  public static RateLimitHeaders parse(Headers headers, Instant now) {
    Long reset = number(headers.get("X-RateLimit-Reset"));
    // A date takes long to parse.
    Date date = reset == null ? null : headers.getDate("Date");
    Instant serverTime = date == null ? now : date.toInstant();
    return new RateLimitHeaders(
        number(headers.get("X-RateLimit-Limit")),
        number(headers.get("X-RateLimit-Remaining")),
        resetAfter(reset, serverTime),
        serverTime);
  }

  public boolean isEmpty() {
    return limit == null && remaining == null && resetAfter == null;
  }

  private static @Nullable Long number(@Nullable String value) {
    // 15 digits reach beyond any date and fit into every calculation.
    return value != null && value.strip().matches("[0-9]{1,15}")
        ? (Long) Long.parseLong(value.strip())
        : null;
  }

  private static @Nullable Duration resetAfter(@Nullable Long reset, Instant serverTime) {
    if (reset == null) {
      return null;
    }
    if (reset < MIN_EPOCH_SECOND) {
      return Duration.ofSeconds(reset);
    }
    Instant at =
        reset < MIN_EPOCH_MILLI ? Instant.ofEpochSecond(reset) : Instant.ofEpochMilli(reset);
    Duration after = Duration.between(serverTime, at);
    return after.isNegative() ? Duration.ZERO : after;
  }
}
