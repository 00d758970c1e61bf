package com.ofauth.access;

import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * A list that is read page by page. Making one sends nothing; each {@link #iterator()}, {@link
 * #stream()} and {@link #pages()} begins a walk of its own from the start.
 *
 * <p>Thread-safe, but the iterators and streams that it gives are each for one thread. Not meant to
 * be implemented by users: methods can be added.
 *
 * @param <T> the type of the items
 */
public interface Paginated<T> extends Iterable<T> {

  /**
   * Begins a walk over all items. A page is asked for when its first item is wanted, not before.
   *
   * @return an iterator for one thread
   */
  @Override
  Iterator<T> iterator();

  /**
   * Begins a walk over all items, as a lazy, sequential, ordered stream: {@code limit(n)} asks for
   * no page too many.
   *
   * @return a stream for one thread
   */
  Stream<T> stream();

  /**
   * Begins a walk over pages.
   *
   * @return an iterable, each of whose iterators begins a walk of its own
   */
  Iterable<Page<T>> pages();

  /**
   * Asks for the first page only, with a single request.
   *
   * @return the first page
   * @throws OfAuthException when the request fails
   */
  Page<T> firstPage();

  /**
   * Gives the items to subscribers as fast as they ask. Each subscriber gets a walk of its own, on
   * threads of the client, which asks for a page when its first item is requested.
   *
   * @return a publisher that keeps the rules of Reactive Streams
   */
  Flow.Publisher<T> publisher();

  /** {@return the same list, read on threads of the client, by {@code CompletableFuture}} */
  AsyncPaginated<T> async();
}
