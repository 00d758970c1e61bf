package com.ofauth.access;

import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.internal.reading.InMemory;
import com.ofauth.access.internal.util.Preconditions;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * A list that is read page by page. Creating one sends no request. Each {@link #iterator()}, {@link
 * #stream()} and {@link #pages()} starts a separate walk. {@link PagingMode} states which items a
 * walk returns. An item that cannot be decoded is left out, and the end of the walk throws an
 * {@link UndecodableItemsException}.
 *
 * <p>Thread-safe. The returned iterators and streams are not: use each on one thread. Do not
 * implement this interface: later versions can add methods.
 *
 * @param <T> the type of the items
 */
public interface Paginated<T> extends Iterable<T> {

  /**
   * Makes a list for fakes in tests. It can be read in each way, in pages of 20 items that have no
   * headers and no raw body. No real list can resume from its checkpoints.
   *
   * @param items the items; copied
   * @param <T> the type of the items
   * @return the list, which sends no request
   */
  static <T> Paginated<T> of(List<? extends T> items) {
    return InMemory.list(items, null);
  }

  /**
   * Makes a list for fakes in tests whose walks fail: like {@link #of}, but each walk throws an
   * exception when it has returned the items. {@link #toList()} and, without items, {@link
   * #firstPage()} throw it too.
   *
   * @param items the items before the failure; copied
   * @param failure what a walk throws, for example made by {@code SdkExceptions} of {@code
   *     ofauth-access-testing}; it gets the checkpoint behind the items
   * @param <T> the type of the items
   * @return the list, which sends no request
   */
  static <T> Paginated<T> failing(List<? extends T> items, OfAuthException failure) {
    return InMemory.list(items, Preconditions.notNull("failure", failure));
  }

  /**
   * Starts a walk over all items. A page is requested when its first item is needed. {@code
   * hasNext} and {@code next} throw an {@link OfAuthException} if a request fails.
   *
   * @return an iterator for one thread
   */
  @Override
  Iterator<T> iterator();

  /**
   * Starts a walk over all items, as a lazy, sequential, ordered stream. {@code limit(n)} requests
   * no unneeded page.
   *
   * <p>The checkpoint of an exception counts what the stream has taken from its source. Where a
   * later step holds items back ({@code sorted()}, {@code collect(…)}), that is more than what it
   * has handed on: collect by {@link #toList()}, or take checkpoints by {@link #withCheckpoints()}.
   *
   * @return a stream for one thread
   */
  Stream<T> stream();

  /**
   * Returns the pages of the list.
   *
   * @return an iterable; each of its iterators starts a separate walk
   */
  Iterable<Page<T>> pages();

  /**
   * Requests the first page only.
   *
   * @return the first page
   * @throws OfAuthException if the request fails
   */
  Page<T> firstPage();

  /**
   * Publishes the items as subscribers request them. Each subscriber gets a separate walk, on
   * threads of the client. A page is requested when its first item is.
   *
   * @return a publisher that complies with Reactive Streams
   */
  Flow.Publisher<T> publisher();

  /**
   * Walks over all items and collects them. When a request fails, nobody has got an item: the
   * exception's checkpoint is the one from which the walk began.
   *
   * @return all items; unmodifiable. Mind the memory, and {@code maxItems}
   * @throws UndecodableItemsException when items were left out; it has all others
   * @throws OfAuthException when a request fails
   */
  List<T> toList();

  /**
   * {@return the same list, each item with the checkpoint that holds once it is handled} A program
   * that saves it then, and ends at any moment, repeats nothing and loses nothing when it goes on
   * from the checkpoint that it saved last.
   */
  Paginated<Checkpointed<T>> withCheckpoints();

  /** {@return the same list, read on threads of the client, with {@code CompletableFuture}} */
  AsyncPaginated<T> async();
}
