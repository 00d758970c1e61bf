package com.ofauth.access.changes;

import com.ofauth.access.AuthenticationException;
import com.ofauth.access.ConnectionNotFoundException;
import com.ofauth.access.InvalidRequestException;
import com.ofauth.access.NotFoundException;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.PagingException;
import com.ofauth.access.PermissionException;
import com.ofauth.access.SessionExpiredException;
import java.util.Iterator;
import java.util.concurrent.Flow;

/**
 * The news of a list without an end. Polls at most once an interval, within the rate limit, and
 * only while somebody waits for an item; a poll that brought news is followed by the next when all
 * of it was taken.
 *
 * <p>A poll that fails is repeated, later each time, up to five minutes apart; what it had read is
 * kept, and the first failure in a row is logged as a warning. A {@link SessionExpiredException}, a
 * {@link ConnectionNotFoundException}, an {@link AuthenticationException}, a {@link
 * PermissionException}, an {@link InvalidRequestException} or a {@link NotFoundException} ends the
 * watch: they don't pass by themselves. So does a {@link PagingException} that says that the news
 * of the list can't be told, and an interrupt. Closing the client ends it with an {@link
 * IllegalStateException}.
 *
 * <p>Thread-safe. Not meant to be implemented by users: methods can be added.
 *
 * @param <T> the type of the items
 */
public interface Watch<T> extends Iterable<T> {

  /** An iterator that waits for the next item and ends when it is closed. */
  interface NewsIterator<T> extends Iterator<T>, AutoCloseable {

    /**
     * Waits for the next item.
     *
     * @return true when there is one; false once this iterator is closed
     * @throws OfAuthException when a failure ends the watch
     */
    @Override
    boolean hasNext();

    /** Ends the watch, also one that waits on another thread. Closing twice does no harm. */
    @Override
    void close();
  }

  /**
   * Begins a watch of its own.
   *
   * @return an iterator for one thread; {@link NewsIterator#close()} can be called by any
   */
  @Override
  NewsIterator<T> iterator();

  /**
   * Publishes the news to subscribers as fast as they ask. Each gets a watch of its own, on a
   * thread of the client, until it cancels.
   *
   * @return a publisher that keeps the rules of Reactive Streams and never completes
   */
  Flow.Publisher<T> publisher();
}
