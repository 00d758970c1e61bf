package com.ofauth.access.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * A clock that a test moves by hand. Minutes of rate-limited paging then take milliseconds.
 *
 * <p>Safe for use by several threads.
 */
public final class ManualClock implements InstantSource {
  private static final Instant DEFAULT_START = Instant.parse("2024-06-01T12:00:00Z");

  private Instant now;

  private ManualClock(Instant now) {
    this.now = Objects.requireNonNull(now, "now");
  }

  /**
   * A clock that starts at 2024-06-01T12:00:00Z.
   *
   * @return a new clock
   */
  public static ManualClock create() {
    return new ManualClock(DEFAULT_START);
  }

  /**
   * A clock that starts at the given time.
   *
   * @param start what {@link #instant()} gives until the clock is moved
   * @return a new clock
   */
  public static ManualClock startingAt(Instant start) {
    return new ManualClock(start);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /**
   * Moves the clock forward.
   *
   * @param step zero or more
   * @return the time after the step
   * @throws IllegalArgumentException if the step is negative; {@link #set} can go back
   */
  public synchronized Instant advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("step must not be negative: " + step);
    }
    now = now.plus(step);
    return now;
  }

  /**
   * Sets the clock, backward too, as a machine's clock is set when it was wrong.
   *
   * @param time what {@link #instant()} gives from now on
   */
  public synchronized void set(Instant time) {
    now = Objects.requireNonNull(time, "time");
  }

  @Override
  public String toString() {
    return "ManualClock[" + instant() + "]";
  }
}
