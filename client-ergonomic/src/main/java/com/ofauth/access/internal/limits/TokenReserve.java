package com.ofauth.access.internal.limits;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Tokens of the service's bucket that are kept unused, because other processes may take them
 * between two of our requests. They cost the time of one refill, not a part of the rate.
 */
final class TokenReserve {
  private static final int STEP = 2;

  private final long max;
  private final AtomicLong tokens;

  TokenReserve(int burst) {
    this.max = burst / 4;
    this.tokens = new AtomicLong(Math.min(STEP, max));
  }

  long tokens() {
    return tokens.get();
  }

  /** The reserve was too small. */
  void grow() {
    tokens.updateAndGet(n -> Math.min(max, n + STEP));
  }
}
