package com.ofauth.access.internal.reading;

import com.ofauth.access.AsyncPaginated;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.changes.AsyncChanges;
import com.ofauth.access.internal.util.CallSite;
import com.ofauth.access.internal.util.Preconditions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs walks on the client's worker threads: the same walks and the same stack as for a reader who
 * waits.
 */
final class AsyncPaginatedList<T> implements AsyncPaginated<T>, AsyncChanges<T> {
  private final Supplier<Walk<T>> walks;
  private final Supplier<Page<T>> firstPage;
  private final Executor workers;

  AsyncPaginatedList(Supplier<Walk<T>> walks, Supplier<Page<T>> firstPage, Executor workers) {
    this.walks = walks;
    this.firstPage = firstPage;
    this.workers = workers;
  }

  @Override
  public CompletableFuture<Page<T>> firstPage() {
    return start(firstPage::get);
  }

  @Override
  public CompletableFuture<@Nullable Void> forEach(Consumer<? super T> action) {
    Preconditions.notNull("action", action);
    return forEachPage(page -> page.items().forEach(action));
  }

  @Override
  public CompletableFuture<@Nullable Void> forEachPage(Consumer<? super Page<T>> action) {
    Preconditions.notNull("action", action);
    return AsyncPaginatedList.<@Nullable Void>start(
        workers,
        () -> {
          walkPages(action);
          return null;
        });
  }

  @Override
  public CompletableFuture<List<T>> toList() {
    return start(() -> Collecting.all(walks.get()));
  }

  private void walkPages(Consumer<? super Page<T>> action) {
    try (Walk<T> walk = walks.get()) {
      new PageIterator<>(walk).forEachRemaining(action);
    }
  }

  private <V> CompletableFuture<V> start(Callable<V> work) {
    return start(workers, work);
  }

  private static <V extends @Nullable Object> CompletableFuture<V> start(
      Executor workers, Callable<V> work) {
    CompletableFuture<V> future = new CompletableFuture<>();
    AtomicBoolean ended = new AtomicBoolean();
    CallSite site = CallSite.here();
    FutureTask<?> task =
        new FutureTask<>(
            () -> {
              try {
                V value = work.call();
                ended.set(true);
                future.complete(value);
              } catch (Throwable e) {
                if (e instanceof OfAuthException) {
                  site.appendTo(e);
                }
                ended.set(true);
                future.completeExceptionally(e);
              }
            },
            /* result= */ null);
    // Whoever ends the future before the walk does, by cancelling or by a timeout of his own,
    // interrupts the walk, which gives up its request.
    var unused =
        future.whenComplete(
            (value, failure) -> {
              if (!ended.get()) {
                task.cancel(/* mayInterruptIfRunning= */ true);
              }
            });
    workers.execute(task);
    return future;
  }
}
