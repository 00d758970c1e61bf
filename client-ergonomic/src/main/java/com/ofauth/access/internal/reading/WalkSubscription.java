package com.ofauth.access.internal.reading;

import com.ofauth.access.OfAuthException;
import com.ofauth.access.internal.util.CallSite;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The walk of one subscriber. A caller that raises {@link #signals} from zero starts a turn on a
 * worker. The turn runs until no signal is left. So at most one turn runs at a time, and a request
 * from within {@code onNext} does not recurse.
 */
final class WalkSubscription<T> implements Flow.Subscription {
  private final Walk<T> walk;
  private final Executor workers;
  private final CallSite site = CallSite.here();
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger signals = new AtomicInteger(1);
  private volatile Flow.@Nullable Subscriber<? super T> subscriber;
  private volatile @Nullable IllegalArgumentException badRequest;
  private @Nullable Thread runner;
  private boolean interrupted;

  /** Only for the turn that runs. */
  private final ItemIterator<T> items;

  WalkSubscription(Flow.Subscriber<? super T> subscriber, Walk<T> walk, Executor workers) {
    this.subscriber = subscriber;
    this.walk = walk;
    this.items = new ItemIterator<>(walk);
    this.workers = workers;
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      badRequest =
          new IllegalArgumentException(
              "A subscriber must request 1 or more items (Reactive Streams, rule 3.9): " + n);
    } else {
      demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    }
    signal();
  }

  @Override
  public void cancel() {
    subscriber = null;
    interruptRunner();
    signal();
  }

  /**
   * After the subscriber has taken the subscription: what it asked for meanwhile is served from now
   * on.
   */
  void open() {
    if (signals.decrementAndGet() > 0) {
      start();
    }
  }

  private void signal() {
    if (signals.getAndIncrement() == 0) {
      start();
    }
  }

  private void start() {
    try {
      workers.execute(this::run);
    } catch (IllegalStateException e) {
      Flow.Subscriber<? super T> to = subscriber;
      if (to != null) {
        end(() -> to.onError(e));
      }
    }
  }

  private void run() {
    int answered = signals.get();
    do {
      runs(Thread.currentThread());
      try {
        serve();
      } finally {
        runs(null);
      }
      answered = signals.addAndGet(-answered);
    } while (answered != 0);
  }

  /** Who can be interrupted from now on; an interrupt that was meant for the walk ends with it. */
  private synchronized void runs(@Nullable Thread thread) {
    if (thread == null && interrupted) {
      boolean unused = Thread.interrupted();
      interrupted = false;
    }
    runner = thread;
  }

  private synchronized void interruptRunner() {
    // A subscriber that cancels from within onNext must not find itself interrupted.
    if (runner != null && runner != Thread.currentThread()) {
      interrupted = true;
      runner.interrupt();
    }
  }

  private void serve() {
    try {
      while (true) {
        Flow.Subscriber<? super T> to = subscriber;
        if (to == null) {
          walk.close();
          return;
        }
        IllegalArgumentException bad = badRequest;
        if (bad != null) {
          end(() -> to.onError(bad));
          return;
        }
        if (demand.get() == 0) {
          return;
        }
        if (!items.hasNext()) {
          end(to::onComplete);
          return;
        }
        T item = items.next();
        if (subscriber != null) {
          demand.getAndUpdate(had -> had == Long.MAX_VALUE ? had : had - 1);
          to.onNext(item);
        }
      }
    } catch (Throwable e) {
      if (e instanceof OfAuthException) {
        site.appendTo(e);
      }
      // An Error too, or the subscriber would wait for ever.
      Flow.Subscriber<? super T> to = subscriber;
      if (to != null) {
        end(() -> to.onError(e));
      }
    }
  }

  private void end(Runnable lastSignal) {
    subscriber = null;
    walk.close();
    lastSignal.run();
  }
}
