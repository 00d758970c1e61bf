package com.ofauth.access.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A gate that holds responses back until the test opens it. With it a test controls the order of
 * events instead of sleeping.
 *
 * <pre>{@code
 * Gate gate = Gate.create();
 * provider.faults().next(WireFault.hold(gate));
 * CompletableFuture<?> call = startTheCall();
 * gate.awaitHeld(1, Duration.ofSeconds(10));   // the response is ready and waits
 * call.cancel(true);                           // or change the list, or assert on something
 * gate.release();
 * }</pre>
 *
 * <p>The held request has been handled: its response shows the list as it was when the request
 * arrived. Safe for use by several threads.
 */
public final class Gate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Runnable> waiting = new ArrayList<>();
  private int arrived;
  private boolean released;

  private Gate() {}

  /**
   * A closed gate.
   *
   * @return a new gate
   */
  public static Gate create() {
    return new Gate();
  }

  /** Opens the gate for the responses that wait and for all later ones. */
  public void release() {
    List<Runnable> free;
    lock.lock();
    try {
      released = true;
      free = List.copyOf(waiting);
      waiting.clear();
    } finally {
      lock.unlock();
    }
    free.forEach(Runnable::run);
  }

  /**
   * Waits until this many responses have reached the gate, including those that passed it.
   *
   * @param count one or more
   * @param timeout how long to wait at most, in real time
   * @throws TimeoutException if fewer have come by then
   * @throws InterruptedException if the thread is interrupted
   */
  public void awaitHeld(int count, Duration timeout) throws TimeoutException, InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (arrived < count) {
        if (left <= 0) {
          throw new TimeoutException(
              "only " + arrived + " of " + count + " responses were held within " + timeout);
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The number of responses that have reached the gate, including those that passed it.
   *
   * @return zero or more
   */
  public int held() {
    lock.lock();
    try {
      return arrived;
    } finally {
      lock.unlock();
    }
  }

  /** Runs the continuation at once if the gate is open, else when it is opened. */
  void arrive(Runnable continuation) {
    boolean free;
    lock.lock();
    try {
      arrived++;
      changed.signalAll();
      free = released;
      if (!free) {
        waiting.add(continuation);
      }
    } finally {
      lock.unlock();
    }
    if (free) {
      continuation.run();
    }
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      return "Gate[" + (released ? "open" : "closed") + ", held " + arrived + "]";
    } finally {
      lock.unlock();
    }
  }
}
