package com.ofauth.access.internal.limits;

import com.ofauth.access.BucketProvider;
import com.ofauth.access.RateLimitPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rate of a {@link RateLimitPolicy}, and the buckets that keep it.
 *
 * @param burst how many tokens a bucket holds at most; 0 for no limit
 * @param provider the user's own buckets, or null for buckets in memory
 */
record TokenRate(int perMinute, int burst, @Nullable BucketProvider provider) {
  boolean isUnlimited() {
    return burst == 0;
  }

  long nanosPerToken() {
    return Duration.ofMinutes(1).toNanos() / perMinute;
  }
}
