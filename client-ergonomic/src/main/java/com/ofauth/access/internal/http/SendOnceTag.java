package com.ofauth.access.internal.http;

import java.util.concurrent.atomic.AtomicBoolean;

/** Goes with the request of one attempt, which has paid for one sending. */
final class SendOnceTag {
  private final AtomicBoolean done = new AtomicBoolean();

  boolean isFirst() {
    return done.compareAndSet(false, true);
  }
}
