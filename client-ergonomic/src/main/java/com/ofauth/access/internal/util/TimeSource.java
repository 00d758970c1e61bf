package com.ofauth.access.internal.util;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Time and chance as the stack sees them. Tests put a simulated clock in their place, so that
 * minutes of waiting pass at once and every run is the same.
 */
public interface TimeSource {
  TimeSource SYSTEM =
      new TimeSource() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }

        @Override
        public double random() {
          return ThreadLocalRandom.current().nextDouble();
        }
      };

  /** Runs evenly and never back; only differences mean anything. */
  long nanoTime();

  /** The time of day, which can be set; used only to read dates that the service sends. */
  Instant now();

  void sleep(long nanos) throws InterruptedException;

  /** Evenly distributed from 0 (inclusive) to 1 (exclusive). */
  double random();
}
