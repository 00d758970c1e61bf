package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.Preconditions;
import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param connect for one TCP connection
 * @param read between two bytes of an answer, and of the TLS handshake
 * @param total for the whole call: waiting, every attempt, every byte
 */
public record Timeouts(Duration connect, Duration read, Duration total) {
  /** What OkHttp can count: whole milliseconds in an int. */
  private static final Duration MAX = Duration.ofMillis(Integer.MAX_VALUE);

  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2));

  public Timeouts {
    check("connectTimeout", connect);
    check("readTimeout", read);
    check("timeout", total);
  }

  public Timeouts withConnect(Duration connect) {
    return new Timeouts(connect, read, total);
  }

  public Timeouts withRead(Duration read) {
    return new Timeouts(connect, read, total);
  }

  public Timeouts withTotal(Duration total) {
    return new Timeouts(connect, read, total);
  }

  private static void check(String name, Duration value) {
    Preconditions.notNull(name, value);
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(MAX) > 0) {
      throw new IllegalArgumentException(
          name + " must be from 1 ms to " + MAX.toDays() + " days: " + value);
    }
  }
}
