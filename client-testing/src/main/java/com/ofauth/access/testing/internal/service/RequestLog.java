package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.internal.exchange.HttpCall;
import com.ofauth.access.testing.internal.exchange.ReceivedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What has happened, and waiting for it to happen. */
public final class RequestLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Redactor redactor;
  private final List<ReceivedRequest> requests = new ArrayList<>();
  private final List<ReceivedRequest> abandoned = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private int opened;
  private int open;

  RequestLog(Redactor redactor) {
    this.redactor = redactor;
  }

  ReceivedRequest record(HttpCall call, Instant now) {
    return with(
        () -> {
          ReceivedRequest request =
              new ReceivedRequest(requests.size() + 1, now, redactor.call(call));
          requests.add(request);
          return request;
        });
  }

  void abandoned(ReceivedRequest request) {
    with(() -> abandoned.add(request));
  }

  void failed(Throwable failure) {
    with(() -> failures.add(failure));
  }

  int connectionOpened() {
    return with(
        () -> {
          open++;
          return ++opened;
        });
  }

  void connectionClosed() {
    with(() -> open--);
  }

  public List<ReceivedRequest> requests() {
    return with(() -> List.copyOf(requests));
  }

  public List<ReceivedRequest> abandoned() {
    return with(() -> List.copyOf(abandoned));
  }

  public List<Throwable> failures() {
    return with(() -> List.copyOf(failures));
  }

  public int openedConnections() {
    return with(() -> opened);
  }

  public int openConnections() {
    return with(() -> open);
  }

  /** Forgets requests and what became of them; connections that are open stay counted. */
  void clear() {
    with(
        () -> {
          requests.clear();
          abandoned.clear();
          failures.clear();
          return requests;
        });
  }

  public ReceivedRequest awaitRequest(int number, Duration timeout)
      throws TimeoutException, InterruptedException {
    await(
        () -> requests.size() >= number,
        timeout,
        () -> "only " + requests.size() + " of " + number + " requests came");
    return with(() -> requests.get(number - 1));
  }

  public ReceivedRequest awaitAbandoned(int count, Duration timeout)
      throws TimeoutException, InterruptedException {
    await(
        () -> abandoned.size() >= count,
        timeout,
        () -> "only " + abandoned.size() + " of " + count + " requests were abandoned");
    return with(() -> abandoned.get(count - 1));
  }

  public void awaitOpenConnections(int count, Duration timeout)
      throws TimeoutException, InterruptedException {
    await(() -> open == count, timeout, () -> open + " connections are open, not " + count);
  }

  private void await(BooleanSupplier reached, Duration timeout, Supplier<String> state)
      throws TimeoutException, InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (!reached.getAsBoolean()) {
        if (left <= 0) {
          throw new TimeoutException(state.get() + " (waited for " + timeout + ")");
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private <T> T with(Supplier<T> action) {
    lock.lock();
    try {
      T result = action.get();
      changed.signalAll();
      return result;
    } finally {
      lock.unlock();
    }
  }
}
