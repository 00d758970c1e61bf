package com.ofauth.access.internal.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a client may spend on retries, so that an outage of the service is not multiplied by all who
 * meet it: a hundred retries at once, then one for every ten calls that go well. The retry after a
 * 429 is given back when its call goes well: the service was healthy then, and has only asked to
 * wait.
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

  /** A retry was not made after all. */
  void refund() {
    add(COST_OF_RETRY);
  }

  /**
   * A call went well.
   *
   * @param refusals how many of its retries followed a 429
   */
  void earn(int refusals) {
    add(REWARD_OF_SUCCESS + refusals * COST_OF_RETRY);
  }

  private void add(int earned) {
    tokens.getAndUpdate(n -> Math.min(CAPACITY, n + earned));
  }
}
