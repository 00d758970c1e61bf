package com.ofauth.access.internal.util;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Clock, sleep and randomness of the SDK. Tests use a simulated clock, so that waits take no time
 * and every run is the same.
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

  /** Monotonic; only differences are meaningful. */
  long nanoTime();

  /** The wall clock; used only to interpret dates from the service. */
  Instant now();

  void sleep(long nanos) throws InterruptedException;

  /** Uniformly distributed from 0 (inclusive) to 1 (exclusive). */
  double random();

  /** A way to wait. */
  @FunctionalInterface
  interface Sleep {
    void sleep(long nanos) throws InterruptedException;
  }

  /** The same time, with another way to wait. */
  default TimeSource with(Sleep other) {
    TimeSource time = this;
    return new TimeSource() {
      @Override
      public long nanoTime() {
        return time.nanoTime();
      }

      @Override
      public Instant now() {
        return time.now();
      }

      @Override
      public void sleep(long nanos) throws InterruptedException {
        other.sleep(nanos);
      }

      @Override
      public double random() {
        return time.random();
      }
    };
  }
}
