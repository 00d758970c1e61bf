package com.ofauth.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs walks on the client's worker threads: the same walks and the same stack as for a reader who
 * waits.
 */
final class AsyncPaginatedList<T> implements AsyncPaginated<T> {
  private final Supplier<Walk<T>> walks;
  private final Executor workers;

  AsyncPaginatedList(Supplier<Walk<T>> walks, Executor workers) {
    this.walks = walks;
    this.workers = workers;
  }

  @Override
  public CompletableFuture<Page<T>> firstPage() {
    return start(() -> walks.get().first());
  }

  @Override
  public CompletableFuture<@Nullable Void> forEach(Consumer<? super T> action) {
    Objects.requireNonNull(action, "action");
    return forEachPage(page -> page.items().forEach(action));
  }

  @Override
  public CompletableFuture<@Nullable Void> forEachPage(Consumer<? super Page<T>> action) {
    Objects.requireNonNull(action, "action");
    return AsyncPaginatedList.<@Nullable Void>start(
        workers,
        () -> {
          walkPages(action);
          return null;
        });
  }

  @Override
  public CompletableFuture<List<T>> toList() {
    return start(
        () -> {
          List<T> items = new ArrayList<>();
          walkPages(page -> items.addAll(page.items()));
          return List.copyOf(items);
        });
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
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              try {
                return future.complete(work.call());
              } catch (Throwable e) {
                return future.completeExceptionally(e);
              }
            });
    // Whoever cancels the future interrupts the walk, which gives up its request.
    var unused =
        future.whenComplete(
            (value, failure) -> {
              if (future.isCancelled()) {
                task.cancel(/* mayInterruptIfRunning= */ true);
              }
            });
    workers.execute(task);
    return future;
  }
}
