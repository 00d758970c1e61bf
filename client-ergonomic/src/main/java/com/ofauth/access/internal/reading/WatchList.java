package com.ofauth.access.internal.reading;

import com.ofauth.access.changes.Watch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** The shapes in which news without an end can be read. */
record WatchList<T>(Supplier<Walk<T>> walks, Executor workers) implements Watch<T> {

  @Override
  public NewsIterator<T> iterator() {
    Walk<T> walk = walks.get();
    ItemIterator<T> items = new ItemIterator<>(walk);
    return new NewsIterator<>() {
      private volatile boolean closed;

      @Override
      public boolean hasNext() {
        return !closed && items.hasNext();
      }

      @Override
      public T next() {
        return items.next();
      }

      @Override
      public void close() {
        closed = true;
        walk.close();
      }
    };
  }

  @Override
  public Flow.Publisher<T> publisher() {
    return new WalkPublisher<>(walks, workers);
  }
}
