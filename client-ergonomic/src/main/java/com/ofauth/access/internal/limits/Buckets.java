package com.ofauth.access.internal.limits;

import com.ofauth.access.BucketProvider;
import com.ofauth.access.internal.util.TimeSource;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Makes buckets. A client without a limit never loads it, nor anything of Bucket4j. */
final class Buckets {
  private Buckets() {}

  static Bucket of(TokenRate rate, String connectionId, TimeSource timeSource) {
    Bandwidth limit =
        Bandwidth.builder()
            .capacity(rate.burst())
            .refillGreedy(rate.perMinute(), Duration.ofMinutes(1))
            .build();
    BucketProvider provider = rate.provider();
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
