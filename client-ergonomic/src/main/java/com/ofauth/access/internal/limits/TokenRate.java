package com.ofauth.access.internal.limits;

import com.ofauth.access.BucketProvider;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.internal.util.TimeSource;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
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

  Bucket bucket(String connectionId, TimeSource timeSource) {
    Bandwidth limit =
        Bandwidth.builder().capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)).build();
    return provider == null
        ? Bucket.builder().addLimit(limit).withCustomTimePrecision(meter(timeSource)).build()
        : provider.bucket(connectionId, BucketConfiguration.builder().addLimit(limit).build());
  }

  private static TimeMeter meter(TimeSource timeSource) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return timeSource.nanoTime();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
