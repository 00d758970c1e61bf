package com.ofauth.access.internal.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a client may spend on retries, so that an outage of the service is not multiplied by all who
 * meet it: a hundred retries at once, then one for every ten calls that go well.
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

  void earn() {
    tokens.getAndUpdate(n -> Math.min(CAPACITY, n + REWARD_OF_SUCCESS));
  }
}
