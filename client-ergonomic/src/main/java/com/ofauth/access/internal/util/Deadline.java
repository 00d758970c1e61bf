package com.ofauth.access.internal.util;

import java.time.Duration;

/** The moment at which a call has to be over, waiting and all attempts included. */
public final class Deadline {
  private final Timing timing;
  private final Duration total;
  private final long start;

  private Deadline(Timing timing, Duration total) {
    this.timing = timing;
    this.total = total;
    this.start = timing.nanoTime();
  }

  public static Deadline after(Duration total, Timing timing) {
    return new Deadline(timing, total);
  }

  /** What is left; zero or negative once it is over. */
  public long remainingNanos() {
    return total.toNanos() - (timing.nanoTime() - start);
  }

  public boolean hasRoomFor(long nanos) {
    return nanos < remainingNanos();
  }

  /** For messages: "2.5 s left of the total timeout of 120 s". */
  @Override
  public String toString() {
    return Text.seconds(Math.max(0, remainingNanos()))
        + " left of the total timeout of "
        + Text.seconds(total.toNanos());
  }
}
