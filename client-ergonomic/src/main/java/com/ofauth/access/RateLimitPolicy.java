package com.ofauth.access;

import com.ofauth.access.internal.util.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * How many requests a client sends for one connection. Each connection has a token bucket of its
 * own: it starts full, every attempt takes a token, and who finds none waits for the next.
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
   * {@return the limit of the plans Pay as You Go and Starter: 60 requests a minute, 90 at once;
   * the default}
   */
  public static RateLimitPolicy defaults() {
    return of(60, 90);
  }

  /**
   * Any limit, as agreed by contract.
   *
   * @param perMinute how many tokens come back in a minute, evenly spread; 1 to 1,000,000
   * @param burst how many tokens there can be at once; 1 to 1,000,000
   * @return the policy
   * @throws IllegalArgumentException when out of range
   */
  public static RateLimitPolicy of(int perMinute, int burst) {
    return new RateLimitPolicy(
        Preconditions.inRange("perMinute", perMinute, 1, MAX),
        Preconditions.inRange("burst", burst, 1, MAX),
        null);
  }

  /** {@return no limit, for plans without one; a 429 is still waited out by a retry} */
  public static RateLimitPolicy unlimited() {
    return new RateLimitPolicy(0, 0, null);
  }

  /**
   * The same limit, kept in buckets of your own: for example in ones that several processes share.
   *
   * @param buckets gives the bucket of each connection
   * @return a new policy
   * @throws IllegalStateException when this policy is {@link #unlimited()}
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
