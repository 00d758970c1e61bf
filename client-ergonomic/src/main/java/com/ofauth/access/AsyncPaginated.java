package com.ofauth.access;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read on threads of the client. Each method begins a walk of its own at once.
 * Cancelling the future that it gives, or completing it in another way ({@code orTimeout}), ends
 * the walk and the request in flight; a future derived from it (by {@code thenApply} and the like)
 * does not pass the cancelling on.
 *
 * <p>Failures complete the future with an {@link OfAuthException}. Thread-safe. Not meant to be
 * implemented by users: methods can be added.
 *
 * @param <T> the type of the items
 */
public interface AsyncPaginated<T> {

  /** {@return the first page} */
  CompletableFuture<Page<T>> firstPage();

  /**
   * Walks over all items.
   *
   * @param action is called with each item in turn, one at a time, on a thread of the client; what
   *     it throws ends the walk
   * @return completed after the last item
   */
  CompletableFuture<@Nullable Void> forEach(Consumer<? super T> action);

  /**
   * Walks over all pages.
   *
   * @param action is called with each page in turn, one at a time, on a thread of the client; what
   *     it throws ends the walk
   * @return completed after the last page
   */
  CompletableFuture<@Nullable Void> forEachPage(Consumer<? super Page<T>> action);

  /** {@return all items; mind the memory, and {@code maxItems}} */
  CompletableFuture<List<T>> toList();
}
