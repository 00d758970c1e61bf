package com.ofauth.access.examples;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthListener;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that were sent. Each attempt counts. */
final class RequestCounter implements OfAuthListener {
  private final AtomicInteger count = new AtomicInteger();

  @Override
  public void onAttempt(CallInfo call, CallOutcome outcome) {
    count.incrementAndGet();
  }

  int count() {
    return count.get();
  }
}
