package com.ofauth.access.changes;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.internal.reading.InMemory;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * What is new in a list since a checkpoint: the items that came or had activity, oldest activity
 * first, each once, in its version of the last request. Making one sends nothing; each {@link
 * #iterator()}, {@link #stream()} and the like begins a poll of its own from that checkpoint. A
 * poll reads all of its news before it gives the first item; on a list without news it sends one
 * request.
 *
 * <p>What can't be seen: items that left the list, read marks, and edits in place, except where a
 * list is compared as a whole, as that of scheduled mass messages is. An item that cannot be
 * decoded is left out, and told to the listener and the log; no exception is thrown.
 *
 * <p>Thread-safe, but the iterators and streams that it gives are each for one thread. Not meant to
 * be implemented by users: methods can be added.
 *
 * @param <T> the type of the items
 */
public interface Changes<T> extends Iterable<T> {

  /**
   * Makes news for fakes in tests. A poll from the start gives the items; one from a checkpoint of
   * this fake gives nothing. No real list can continue from its checkpoints.
   *
   * @param items the news; copied
   * @param <T> the type of the items
   * @return the news, which send no request
   */
  static <T> Changes<T> of(List<? extends T> items) {
    return InMemory.changes(items);
  }

  /**
   * Begins a poll.
   *
   * @return an iterator for one thread; it fails with an {@link OfAuthException} whose checkpoint
   *     is the one to poll from again
   */
  @Override
  Iterator<T> iterator();

  /**
   * Begins a poll, as a sequential ordered stream.
   *
   * @return a stream for one thread
   */
  Stream<T> stream();

  /**
   * Polls.
   *
   * @return all news; unmodifiable
   * @throws OfAuthException when a request fails
   */
  List<T> toList();

  /**
   * Publishes the news to subscribers as fast as they ask. Each gets a poll of its own, on threads
   * of the client.
   *
   * @return a publisher that keeps the rules of Reactive Streams
   */
  Flow.Publisher<T> publisher();

  /** {@return the same news, read on threads of the client, by {@code CompletableFuture}} */
  AsyncChanges<T> async();

  /**
   * {@return the same news, each item with the checkpoint that holds once it is handled} A program
   * that saves it behind each item loses nothing, whenever it ends, and repeats at most the item
   * that it was handling.
   */
  Changes<Checkpointed<T>> withCheckpoints();

  /**
   * Tells where the next poll starts, once all news was handled.
   *
   * @return the checkpoint behind the news that was read to its end last, also if there was none
   * @throws IllegalStateException when no poll of this object was read to its end: what was not
   *     handed out must not be skipped; {@link #withCheckpoints()} tells more
   */
  Checkpoint checkpoint();

  /**
   * {@return whether the list changed faster than it could be read: what moved during the poll
   * comes with this poll or the next}
   *
   * @throws IllegalStateException when no poll of this object was read to its end
   */
  boolean isCutShort();

  /**
   * {@return whether some of the news may have been given before, since more had changed than the
   * checkpoint could tell apart}
   *
   * @throws IllegalStateException when no poll of this object was read to its end
   */
  boolean mayRepeat();

  /**
   * {@return whether nothing that the checkpoint knew was left, so that the whole list was given}
   *
   * @throws IllegalStateException when no poll of this object was read to its end
   */
  boolean isBaselineLost();

  /**
   * Polls again and again: what is new now, and then what becomes new.
   *
   * @param interval from the beginning of a poll to the beginning of the next, 1 second to 24 days;
   *     a quiet list costs one request each time
   * @return news without an end; nothing is sent before it is read
   * @throws IllegalArgumentException when out of range
   */
  Watch<T> watch(Duration interval);
}
