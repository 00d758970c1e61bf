package com.ofauth.access.internal.util;

import java.time.Duration;

/** The moment at which a call has to be over, waiting and all attempts included. */
public final class Deadline {
  private final TimeSource timeSource;
  private final Duration total;
  private final long start;

  private Deadline(TimeSource timeSource, Duration total) {
    this.timeSource = timeSource;
    this.total = total;
    this.start = timeSource.nanoTime();
  }

  public static Deadline after(Duration total, TimeSource timeSource) {
    return new Deadline(timeSource, total);
  }

  /** What is left; zero or negative once it is over. */
  public long remainingNanos() {
    return total.toNanos() - (timeSource.nanoTime() - start);
  }

  public boolean hasRoomFor(long nanos) {
    return nanos < remainingNanos();
  }

  /** For messages: "2.5 s left of the total timeout of 120 s". */
  @Override
  public String toString() {
    return Messages.seconds(Math.max(0, remainingNanos()))
        + " left of the total timeout of "
        + Messages.seconds(total.toNanos());
  }
}
