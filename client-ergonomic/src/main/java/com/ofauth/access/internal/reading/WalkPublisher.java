package com.ofauth.access.internal.reading;

import com.ofauth.access.internal.util.Preconditions;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** Starts one walk for each subscriber, paced by the subscriber's demand. */
final class WalkPublisher<T> implements Flow.Publisher<T> {
  private final Supplier<Walk<T>> walks;
  private final Executor workers;

  WalkPublisher(Supplier<Walk<T>> walks, Executor workers) {
    this.walks = walks;
    this.workers = workers;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    Preconditions.notNull("subscriber", subscriber);
    WalkSubscription<T> subscription = new WalkSubscription<>(subscriber, walks.get(), workers);
    subscriber.onSubscribe(subscription);
    subscription.open();
  }
}
