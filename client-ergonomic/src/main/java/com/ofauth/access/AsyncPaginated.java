package com.ofauth.access;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read on threads of the client. Each method starts a separate walk at once.
 * Cancelling the returned future, or completing it in another way ({@code orTimeout}), stops the
 * walk and cancels the request in flight. Cancelling a derived future ({@code thenApply} and the
 * like) does not.
 *
 * <p>A failed call completes the future with an {@link OfAuthException}. Thread-safe. Do not
 * implement this interface: later versions can add methods.
 *
 * @param <T> the type of the items
 */
public interface AsyncPaginated<T> {

  /** {@return the first page} */
  CompletableFuture<Page<T>> firstPage();

  /**
   * Walks over all items.
   *
   * @param action called with each item in order, one at a time, on a thread of the client; an
   *     exception that it throws stops the walk and completes the future
   * @return completed after the last item
   */
  CompletableFuture<@Nullable Void> forEach(Consumer<? super T> action);

  /**
   * Walks over all pages.
   *
   * @param action called with each page in order, one at a time, on a thread of the client; an
   *     exception that it throws stops the walk and completes the future
   * @return completed after the last page
   */
  CompletableFuture<@Nullable Void> forEachPage(Consumer<? super Page<T>> action);

  /**
   * {@return all items, in an unmodifiable list in memory; limit them with {@code maxItems}} If a
   * request fails, nobody has received an item: the exception's checkpoint is the one from which
   * the walk started. If items were left out, the future fails with an {@link
   * UndecodableItemsException} that has all others.
   */
  CompletableFuture<List<T>> toList();
}
