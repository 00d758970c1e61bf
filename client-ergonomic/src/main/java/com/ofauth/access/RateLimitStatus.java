package com.ofauth.access;

import com.ofauth.access.internal.api.RateLimitHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rate limit of a connection as a response reports it. Immutable and thread-safe.
 *
 * <p>The API's documentation does not say what the number in {@code X-RateLimit-Reset} counts: it
 * is read as a point in time where it is large enough to be one, else as seconds from now.
 */
public final class RateLimitStatus {
  /** Below this share of the bucket the API's documentation asks for a warning. */
  private static final double LOW = 0.2;

  private final @Nullable Long limit;
  private final @Nullable Long remaining;
  private final @Nullable Duration resetAfter;
  private final Instant serverTime;

  RateLimitStatus(RateLimitHeaders headers) {
    this.limit = headers.limit();
    this.remaining = headers.remaining();
    this.resetAfter = headers.resetAfter();
    this.serverTime = headers.serverTime();
  }

  /** {@return the capacity of the bucket in requests, as reported; empty if not reported} */
  public OptionalLong limit() {
    return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
  }

  /** {@return the requests that are possible now, as reported; empty if not reported} */
  public OptionalLong remaining() {
    return remaining == null ? OptionalLong.empty() : OptionalLong.of(remaining);
  }

  /** {@return when the limit is reset, by the clock of the service; empty if not reported} */
  public Optional<Instant> reset() {
    return Optional.ofNullable(resetAfter).map(serverTime::plus);
  }

  /** {@return whether less than 20 % of the limit remains; false if not reported} */
  public boolean isLow() {
    return limit != null && remaining != null && remaining < limit * LOW;
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
