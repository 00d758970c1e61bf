package com.ofauth.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What the service tells of a connection's rate limit with an answer. Immutable and thread-safe.
 *
 * <p>The API's documentation does not say what the number in {@code X-RateLimit-Reset} counts: it
 * is read as a point in time where it is large enough to be one, else as seconds from now.
 */
public final class RateLimitStatus {
  /** 2001-09-09 as an epoch second: no number of seconds to wait is that large. */
  private static final long MIN_EPOCH_SECOND = 1_000_000_000L;

  private static final long MIN_EPOCH_MILLI = 1_000_000_000_000L;

  /** Below this share of the bucket the API's documentation asks for a warning. */
  private static final double LOW = 0.2;

  private final @Nullable Long limit;
  private final @Nullable Long remaining;
  private final @Nullable Duration resetAfter;
  private final Instant serverTime;

  private RateLimitStatus(Headers headers, Instant now) {
    Date date = headers.getDate("Date");
    this.serverTime = date == null ? now : date.toInstant();
    this.limit = number(headers.get("X-RateLimit-Limit"));
    this.remaining = number(headers.get("X-RateLimit-Remaining"));
    this.resetAfter = resetAfter(number(headers.get("X-RateLimit-Reset")), serverTime);
  }

  /** Reads the headers of an answer; with none of them every part is empty. */
  static RateLimitStatus of(Headers headers, Instant now) {
    return new RateLimitStatus(headers, now);
  }

  /** {@return how many requests can be made at once, as the service says} */
  public OptionalLong limit() {
    return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
  }

  /** {@return how many requests the service would take at once now} */
  public OptionalLong remaining() {
    return remaining == null ? OptionalLong.empty() : OptionalLong.of(remaining);
  }

  /** {@return when the limit is reset, by the service's clock} */
  public Optional<Instant> reset() {
    return Optional.ofNullable(resetAfter).map(serverTime::plus);
  }

  /** {@return whether less than 20 % of the limit remain; false when the service does not say} */
  public boolean isLow() {
    return limit != null && remaining != null && remaining < limit * LOW;
  }

  /** How long until the reset, never negative, or null when the service does not say. */
  @Nullable Duration resetAfter() {
    return resetAfter;
  }

  boolean isKnown() {
    return limit != null || remaining != null || resetAfter != null;
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

  @Override
  public String toString() {
    return "RateLimitStatus{limit="
        + limit
        + ", remaining="
        + remaining
        + ", resetAfter="
        + resetAfter
        + "}";
  }
}
