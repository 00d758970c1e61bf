package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.TimeSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether a client is open. After close, the last running call releases the resources. */
public final class Lifecycle {
  private final AtomicInteger calls = new AtomicInteger();
  private final Runnable releaseIdle;
  private volatile boolean closed;

  /** Threads that wait for a poll to be due; close interrupts them. */
  private final Set<Thread> waiting = new HashSet<>();

  Lifecycle(Runnable releaseIdle) {
    this.releaseIdle = releaseIdle;
  }

  void begin() {
    calls.incrementAndGet();
    if (closed) {
      calls.decrementAndGet();
      throw closedException();
    }
  }

  /** A call that ends after close returns a connection that is no longer needed. */
  void end() {
    if (calls.decrementAndGet() == 0 && closed) {
      releaseIdle.run();
    }
  }

  /**
   * The same time, for waits between calls: a sleep ends with an {@link IllegalStateException} when
   * the client is closed.
   */
  public TimeSource whileOpen(TimeSource time) {
    return time.with(nanos -> sleep(time, nanos));
  }

  private void sleep(TimeSource time, long nanos) throws InterruptedException {
    Thread thread = Thread.currentThread();
    synchronized (waiting) {
      if (closed) {
        throw closedException();
      }
      waiting.add(thread);
    }
    try {
      time.sleep(nanos);
    } catch (InterruptedException e) {
      if (!closed) {
        throw e;
      }
    } finally {
      leave(thread);
    }
    if (closed) {
      throw closedException();
    }
  }

  /** An interrupt of close ends with the wait. */
  private void leave(Thread thread) {
    synchronized (waiting) {
      waiting.remove(thread);
      if (closed) {
        boolean unused = Thread.interrupted();
      }
    }
  }

  private static IllegalStateException closedException() {
    return new IllegalStateException("The OFAuth client is closed");
  }

  public void close() {
    synchronized (waiting) {
      closed = true;
      for (Thread thread : waiting) {
        thread.interrupt();
      }
    }
    releaseIdle.run();
  }
}
