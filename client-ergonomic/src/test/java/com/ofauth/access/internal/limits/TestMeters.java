package com.ofauth.access.internal.limits;

import com.ofauth.access.internal.util.Timing;
import io.github.bucket4j.TimeMeter;

/** Simulated time as Bucket4j wants it. */
final class TestMeters {
  private TestMeters() {}

  static TimeMeter of(Timing timing) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return timing.nanoTime();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
