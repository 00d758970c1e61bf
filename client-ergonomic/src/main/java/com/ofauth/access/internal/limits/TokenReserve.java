package com.ofauth.access.internal.limits;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The few tokens of the service's bucket that are not ours to spend: what other processes take
 * between two of our requests is only known afterwards. They cost the time of their refill once,
 * not a part of the rate.
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

  /** What was kept did not suffice. */
  void grow() {
    tokens.updateAndGet(n -> Math.min(max, n + STEP));
  }
}
