package com.ofauth.access;

import com.ofauth.access.internal.util.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * The rate limit of one connection. Each connection has its own token bucket. It starts full, and
 * every attempt takes one token or waits for the next.
 *
 * <p>Clients of one JVM that have the same server, API key and an equal policy share the buckets.
 * With another policy a client has buckets of its own, and logs one warning.
 *
 * <p>What the service tells of its own bucket ({@code X-RateLimit-Remaining}, {@code -Reset}, a
 * 429) corrects ours downwards, so another process that spends the same budget is taken into
 * account. Immutable and thread-safe.
 */
public final class RateLimitPolicy {
  private static final int MAX = 1_000_000;

  private final int perMinute;
  private final int burst;
  private final @Nullable BucketProvider buckets;

  private RateLimitPolicy(int perMinute, int burst, @Nullable BucketProvider buckets) {
    this.perMinute = perMinute;
    this.burst = burst;
    this.buckets = buckets;
  }

  /**
   * {@return the default, the documented limit of the plans Pay as You Go and Starter: 60 requests
   * per minute, 90 at once}
   */
  public static RateLimitPolicy defaults() {
    return of(60, 90);
  }

  /**
   * Returns a policy with another limit, for example from a contract.
   *
   * @param perMinute tokens added per minute, evenly spread; 1 to 1,000,000
   * @param burst capacity of the bucket in tokens; 1 to 1,000,000
   * @return the policy
   * @throws IllegalArgumentException if out of range
   */
  public static RateLimitPolicy of(int perMinute, int burst) {
    return new RateLimitPolicy(
        Preconditions.inRange("perMinute", perMinute, 1, MAX),
        Preconditions.inRange("burst", burst, 1, MAX),
        null);
  }

  /** {@return a policy without a limit, for plans without one; retries still wait after a 429} */
  public static RateLimitPolicy unlimited() {
    return new RateLimitPolicy(0, 0, null);
  }

  /**
   * Returns a policy with the same limit and your own buckets, for example to share them between
   * processes.
   *
   * @param buckets returns the bucket of each connection
   * @return a new policy
   * @throws IllegalStateException if this policy is {@link #unlimited()}
   */
  public RateLimitPolicy withBuckets(BucketProvider buckets) {
    if (isUnlimited()) {
      throw new IllegalStateException("withBuckets needs a limit to put into the buckets");
    }
    return new RateLimitPolicy(perMinute, burst, Preconditions.notNull("buckets", buckets));
  }

  boolean isUnlimited() {
    return burst == 0;
  }

  int perMinute() {
    return perMinute;
  }

  int burst() {
    return burst;
  }

  @Nullable BucketProvider buckets() {
    return buckets;
  }

  @Override
  public String toString() {
    return isUnlimited()
        ? "RateLimitPolicy{unlimited}"
        : "RateLimitPolicy{" + perMinute + " a minute, burst " + burst + "}";
  }
}
