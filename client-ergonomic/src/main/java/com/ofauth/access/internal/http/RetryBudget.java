package com.ofauth.access.internal.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the retries of a client, so that retries do not multiply the load of an outage: 100
 * retries at once, then one for each ten successful calls. The retry after a 429 is returned when
 * its call succeeds, because the service was healthy and only asked to wait.
 */
final class RetryBudget {
  private static final int CAPACITY = 1000;
  private static final int COST_OF_RETRY = 10;
  private static final int REWARD_OF_SUCCESS = 1;

  private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

  boolean trySpend() {
    int before = tokens.getAndUpdate(n -> n >= COST_OF_RETRY ? n - COST_OF_RETRY : n);
    return before >= COST_OF_RETRY;
  }

  /** Returns a retry that was not made. */
  void refund() {
    add(COST_OF_RETRY);
  }

  /**
   * A call succeeded.
   *
   * @param refusals how many of its retries followed a 429
   */
  void earn(int refusals) {
    add(REWARD_OF_SUCCESS + refusals * COST_OF_RETRY);
  }

  private void add(int earned) {
    if (tokens.get() < CAPACITY) {
      tokens.getAndUpdate(n -> Math.min(CAPACITY, n + earned));
    }
  }
}
