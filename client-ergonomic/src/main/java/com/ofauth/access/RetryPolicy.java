package com.ofauth.access;

import com.ofauth.access.internal.util.Preconditions;
import java.time.Duration;

/**
 * The number of retries of a failed attempt, and the waits before them.
 *
 * <p>Retries follow failed connections, connect and read timeouts, truncated bodies, the statuses
 * 408, 425, 429, 500, 502, 503, 504, 520 to 524 and 530, and 401 with {@code RULES_OUTDATED}.
 * Nothing else is retried. A request that is not idempotent is retried only if the service has not
 * processed it.
 *
 * <p>The wait before retry n is random, uniform from zero to {@code firstDelay · 2ⁿ⁻¹}, at most
 * {@code maxDelay} ("full jitter"). If the service sends {@code Retry-After}, the wait is at least
 * that long, plus jitter. A wait that exceeds the time left of the call is not started. All calls
 * of a client share a retry budget, which limits the load during an outage.
 *
 * <p>Immutable and thread-safe.
 */
public final class RetryPolicy {
  private static final int MAX_RETRIES = 100;

  /** Longer than any call may take, and short enough to be counted in nanoseconds. */
  private static final Duration MAX_WAIT = Duration.ofDays(25);

  private static final RetryPolicy DEFAULT =
      new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofMinutes(1));

  private final int maxRetries;
  private final Duration firstDelay;
  private final Duration maxDelay;
  private final Duration maxRetryAfter;

  private RetryPolicy(
      int maxRetries, Duration firstDelay, Duration maxDelay, Duration maxRetryAfter) {
    this.maxRetries = maxRetries;
    this.firstDelay = capped(firstDelay);
    this.maxDelay = capped(maxDelay);
    this.maxRetryAfter = capped(maxRetryAfter);
  }

  /**
   * {@return the default: at most 4 retries (5 attempts), delays from 500 ms up to 20 s, and at
   * most 1 minute of {@code Retry-After}}
   */
  public static RetryPolicy defaults() {
    return DEFAULT;
  }

  /** {@return a policy that never retries} */
  public static RetryPolicy none() {
    return DEFAULT.withMaxRetries(0);
  }

  /**
   * Returns a policy with another maximum number of retries.
   *
   * @param maxRetries 0 to 100, both inclusive; 2 retries are 3 attempts
   * @return a new policy
   * @throws IllegalArgumentException if out of range
   */
  public RetryPolicy withMaxRetries(int maxRetries) {
    return new RetryPolicy(
        Preconditions.inRange("maxRetries", maxRetries, 0, MAX_RETRIES),
        firstDelay,
        maxDelay,
        maxRetryAfter);
  }

  /**
   * Returns a policy with other delays.
   *
   * @param firstDelay the upper end of the wait before the first retry, zero or more
   * @param maxDelay the upper end of any wait, {@code firstDelay} or more
   * @return a new policy
   * @throws IllegalArgumentException if out of range
   */
  public RetryPolicy withDelays(Duration firstDelay, Duration maxDelay) {
    notNegative("firstDelay", firstDelay);
    Preconditions.notNull("maxDelay", maxDelay);
    if (maxDelay.compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException(
          "maxDelay must not be less than firstDelay: " + maxDelay + " < " + firstDelay);
    }
    return new RetryPolicy(maxRetries, firstDelay, maxDelay, maxRetryAfter);
  }

  /**
   * Returns a policy with another maximum for {@code Retry-After}.
   *
   * @param maxRetryAfter the longest wait, zero or more; when the service asks for more, this is
   *     waited
   * @return a new policy
   * @throws IllegalArgumentException if negative
   */
  public RetryPolicy withMaxRetryAfter(Duration maxRetryAfter) {
    return new RetryPolicy(
        maxRetries, firstDelay, maxDelay, notNegative("maxRetryAfter", maxRetryAfter));
  }

  /** {@return how many retries follow the first attempt at most} */
  public int maxRetries() {
    return maxRetries;
  }

  /** {@return the upper end of the wait before the first retry} */
  public Duration firstDelay() {
    return firstDelay;
  }

  /** {@return the upper end of any wait that the service has not asked for} */
  public Duration maxDelay() {
    return maxDelay;
  }

  /** {@return the longest wait that the service can ask for by {@code Retry-After}} */
  public Duration maxRetryAfter() {
    return maxRetryAfter;
  }

  private static Duration capped(Duration wait) {
    return wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
  }

  private static Duration notNegative(String name, Duration value) {
    Preconditions.notNull(name, value);
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative: " + value);
    }
    return value;
  }

  @Override
  public String toString() {
    return "RetryPolicy{maxRetries="
        + maxRetries
        + ", delays="
        + firstDelay
        + ".."
        + maxDelay
        + ", maxRetryAfter="
        + maxRetryAfter
        + "}";
  }
}
