package com.ofauth.access;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Tokens that are left to others, once it has shown that others spend the same budget: what they
 * take between two of our requests is only known afterwards. It costs a few tokens once, not a part
 * of the rate.
 */
final class Reserve {
  private static final int FIRST = 2;

  private final long max;
  private final AtomicLong tokens = new AtomicLong();

  Reserve(int burst) {
    this.max = Math.max(1, burst / 4);
  }

  long tokens() {
    return tokens.get();
  }

  /** Others have been seen. */
  void begin() {
    tokens.accumulateAndGet(Math.min(FIRST, max), Math::max);
  }

  /** What was kept did not suffice. */
  void grow() {
    tokens.updateAndGet(n -> Math.min(max, n + FIRST));
  }
}
