package com.ofauth.access.internal.http;

import com.ofauth.access.RetryPolicy;
import java.time.Duration;

/** The waits of a {@link RetryPolicy}. */
record Backoff(Duration firstDelay, Duration maxDelay, Duration maxRetryAfter) {
  static Backoff of(RetryPolicy policy) {
    return new Backoff(policy.firstDelay(), policy.maxDelay(), policy.maxRetryAfter());
  }

  /** The wait before a retry (1 is the first) that the service has not asked to wait for. */
  long nanos(int retry, double random) {
    // 2^30 times any delay is past every cap, and a shift of more bits would wrap round.
    long factor = 1L << Math.min(retry - 1, 30);
    long ceiling =
        firstDelay.compareTo(maxDelay.dividedBy(factor)) > 0
            ? maxDelay.toNanos()
            : firstDelay.toNanos() * factor;
    return (long) (ceiling * random);
  }

  /** The wait that the service has asked for, spread a little. */
  long retryAfterNanos(Duration asked, double random) {
    Duration wait = asked.compareTo(maxRetryAfter) > 0 ? maxRetryAfter : asked;
    return wait.toNanos() + (long) (firstDelay.toNanos() * random);
  }
}
