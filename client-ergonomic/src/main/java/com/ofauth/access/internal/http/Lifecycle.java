package com.ofauth.access.internal.http;

import java.util.concurrent.atomic.AtomicInteger;

/** Whether a client is open. After close, the last running call releases the resources. */
public final class Lifecycle {
  private final AtomicInteger calls = new AtomicInteger();
  private final Runnable releaseIdle;
  private volatile boolean closed;

  Lifecycle(Runnable releaseIdle) {
    this.releaseIdle = releaseIdle;
  }

  void begin() {
    calls.incrementAndGet();
    if (closed) {
      calls.decrementAndGet();
      throw new IllegalStateException("The OFAuth client is closed");
    }
  }

  /** A call that ends after close returns a connection that is no longer needed. */
  void end() {
    if (calls.decrementAndGet() == 0 && closed) {
      releaseIdle.run();
    }
  }

  public void close() {
    closed = true;
    releaseIdle.run();
  }
}
