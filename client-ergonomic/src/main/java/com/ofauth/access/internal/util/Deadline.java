package com.ofauth.access.internal.util;

import java.io.IOException;
import java.time.Duration;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** The time at which a call must end, all waits and attempts included. */
public final class Deadline {
  /** Twice the largest page that is usual. */
  private static final long FEW_BYTES = 512 * 1024;

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

  /** The time left; zero or negative after the deadline. */
  public long remainingNanos() {
    return total.toNanos() - (timeSource.nanoTime() - start);
  }

  /**
   * Returns a source that consumes the bytes, and fails with a {@link DeadlinePassedException}
   * after the deadline. Of few bytes it looks at the time once, since they are decoded in a moment.
   */
  public BufferedSource guard(Buffer bytes) throws DeadlinePassedException {
    check();
    if (bytes.size() <= FEW_BYTES) {
      return bytes;
    }
    return Okio.buffer(
        new ForwardingSource(bytes) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            check();
            return super.read(sink, byteCount);
          }
        });
  }

  /** Fails after the deadline. */
  public void check() throws DeadlinePassedException {
    if (remainingNanos() <= 0) {
      throw new DeadlinePassedException();
    }
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
