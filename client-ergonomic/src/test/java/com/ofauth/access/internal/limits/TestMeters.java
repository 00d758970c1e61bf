package com.ofauth.access.internal.limits;

import com.ofauth.access.internal.util.TimeSource;
import io.github.bucket4j.TimeMeter;

/** Simulated time as Bucket4j wants it. */
final class TestMeters {
  private TestMeters() {}

  static TimeMeter of(TimeSource timeSource) {
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
