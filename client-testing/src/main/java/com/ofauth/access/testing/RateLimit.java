package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.service.Limit;
import java.util.Objects;

/**
 * The limit that the provider puts on each connection: a token bucket, refilled continuously, one
 * token a request. Immutable.
 *
 * <p>Every response to a known connection has {@code X-RateLimit-Limit} (the bucket's size), {@code
 * X-RateLimit-Remaining} (whole tokens left) and {@code X-RateLimit-Reset} (when the bucket is full
 * again). A request without a token gets a 429 and uses no token.
 */
public final class RateLimit {
  private static final RateLimit NONE =
      new RateLimit(new Limit(0, 0, ResetHeader.EPOCH_SECOND, RetryAfter.seconds().value()));

  private final Limit limit;

  private RateLimit(Limit limit) {
    this.limit = limit;
  }

  /**
   * The documented limit of the common plans: 60 requests a minute, a bucket of 90.
   *
   * @return the default of a provider
   */
  public static RateLimit documented() {
    return of(60, 90);
  }

  /**
   * No limit and no rate-limit headers, as on the plans without one.
   *
   * @return no limit
   */
  public static RateLimit none() {
    return NONE;
  }

  /**
   * Any limit.
   *
   * @param perMinute tokens that come back in a minute, 1 to 1,000,000
   * @param burst the bucket's size, 1 to 1,000,000; it starts full
   * @return the limit
   * @throws IllegalArgumentException if a figure is out of its range
   */
  public static RateLimit of(int perMinute, int burst) {
    return new RateLimit(
        new Limit(
            checked("perMinute", perMinute),
            checked("burst", burst),
            ResetHeader.EPOCH_SECOND,
            RetryAfter.seconds().value()));
  }

  /**
   * The same limit with another meaning of {@code X-RateLimit-Reset}.
   *
   * @param meaning {@link ResetHeader#EPOCH_SECOND} by default
   * @return a new limit
   */
  public RateLimit resetHeader(ResetHeader meaning) {
    Objects.requireNonNull(meaning, "meaning");
    return new RateLimit(new Limit(limit.perMinute(), limit.burst(), meaning, limit.retryAfter()));
  }

  /**
   * The same limit with another {@code Retry-After} on its 429s.
   *
   * @param form {@link RetryAfter#seconds()} by default
   * @return a new limit
   */
  public RateLimit retryAfter(RetryAfter form) {
    Objects.requireNonNull(form, "form");
    return new RateLimit(
        new Limit(limit.perMinute(), limit.burst(), limit.resetHeader(), form.value()));
  }

  Limit limit() {
    return limit;
  }

  private static int checked(String name, int value) {
    if (value < 1 || value > 1_000_000) {
      throw new IllegalArgumentException(name + " must be between 1 and 1000000: " + value);
    }
    return value;
  }

  @Override
  public String toString() {
    return limit.isNone()
        ? "RateLimit[none]"
        : "RateLimit[" + limit.perMinute() + " a minute, burst " + limit.burst() + "]";
  }
}
