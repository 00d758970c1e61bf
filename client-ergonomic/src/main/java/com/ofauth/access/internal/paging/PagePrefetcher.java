package com.ofauth.access.internal.paging;

import com.ofauth.access.OfAuthException;
import com.ofauth.access.internal.api.Interruption;
import com.ofauth.access.internal.api.PageSize;
import com.ofauth.access.internal.util.CallSite;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages before they are wanted, guessing that the walk goes straight on. A wrong guess
 * costs a request and nothing else: what was guessed is thrown away, and the page that is wanted is
 * fetched. For one reader at a time.
 */
final class PagePrefetcher<T> implements PageSource<T> {
  private static final int FIRST_GUESSES = 5;
  private static final int WANTED_FOR_A_GUESS = 8;

  private final PageSource<T> source;
  private final int pages;
  private final int overlap;
  private final int limit;
  private final long last;
  private final Executor workers;
  private final Deque<Ahead<T>> queue = new ArrayDeque<>();
  private boolean begun;
  private @Nullable PageRequest wantedBefore;
  private boolean servedAhead;

  /**
   * How many pages were wanted so far, how many of them were there, and how many guesses failed.
   */
  private int wanted;

  private int served;
  private int wasted;

  /**
   * Looks ahead of a walk.
   *
   * @param overlap how many items two neighbouring windows of the walk share
   */
  PagePrefetcher(PageSource<T> source, WalkPlan<T> plan, int overlap, Executor workers) {
    this.source = source;
    this.pages = plan.query().lookAhead();
    this.overlap = overlap;
    this.limit = Math.min(plan.pageSize() + overlap, PageSize.MAX);
    long end = plan.begin().planner().start() + plan.maxItems();
    this.last = end < 0 ? Long.MAX_VALUE : end;
    this.workers = workers;
  }

  @Override
  public FetchedPage<T> fetch(PageRequest position, boolean fresh) {
    wanted++;
    if (servedAhead && wantedBefore != null && position.offset() <= wantedBefore.offset()) {
      // The walk did not take what it was given, and steps back.
      wasted++;
    }
    Ahead<T> next = queue.peek();
    FetchedPage<T> page;
    servedAhead = !fresh && next != null && next.serves(position);
    if (servedAhead && next != null) {
      queue.remove();
      served++;
      // What the reader waits for is not ahead of it any more.
      Ahead<T> furthest = queue.peekLast();
      if (!next.isLast()) {
        request((furthest == null ? next : furthest).end() - overlap, next.position.limit());
      }
      page = next.await(this).fetchedAhead();
    } else {
      wasted += queue.size();
      close();
      page = source.fetch(position, fresh);
    }
    wantedBefore = position;
    // A page that had to be fresh, other than the first, is a look at one place: nobody walks on
    // from it.
    if (!fresh || !begun) {
      guess(page);
    }
    begun = true;
    return page;
  }

  /** Discards what was guessed and not yet wanted. */
  @Override
  public void close() {
    queue.forEach(Ahead::cancel);
    queue.clear();
  }

  private void guess(FetchedPage<T> page) {
    boolean straight =
        page.slots() == page.position().limit()
            && page.next().offset() == page.position().offset() + page.slots();
    if (!page.hasMore() || !straight) {
      close();
      return;
    }
    if (queue.isEmpty()) {
      request(page.next().offset() - overlap, Math.max(limit, page.position().limit()));
    }
  }

  /** Requests pages from there on, as many as there can be ahead. */
  private void request(long from, int limit) {
    long start = from;
    while (pays() && start + overlap < last && !knowsTheEnd()) {
      Ahead<T> ahead = new Ahead<>(source, PageRequest.atOffset(start, limit));
      queue.add(ahead);
      workers.execute(ahead.task);
      start = ahead.end() - overlap;
    }
  }

  /**
   * Whether one more guess pays: about one request in nine may be thrown away, and a walk begins
   * with few.
   */
  private boolean pays() {
    int guesses = queue.size();
    return guesses < Math.min(pages, FIRST_GUESSES + served)
        && (wasted == 0 || (wasted + guesses + 1) * WANTED_FOR_A_GUESS <= wanted);
  }

  private boolean knowsTheEnd() {
    return queue.stream().anyMatch(Ahead::isLast);
  }

  /** One page on its way. */
  private static final class Ahead<T> {
    private final PageRequest position;
    private final FutureTask<FetchedPage<T>> task;

    Ahead(PageSource<T> source, PageRequest position) {
      this.position = position;
      this.task = new FutureTask<>(() -> source.fetch(position, /* fresh= */ true));
    }

    long end() {
      return position.offset() + position.limit();
    }

    /** A walk that nears its last item asks for less than was guessed, and can be given more. */
    boolean serves(PageRequest wanted) {
      return position.start().equals(wanted.start()) && position.limit() >= wanted.limit();
    }

    boolean isLast() {
      if (!task.isDone() || task.isCancelled()) {
        return false;
      }
      try {
        return !task.get().hasMore();
      } catch (ExecutionException | InterruptedException e) {
        return true;
      }
    }

    FetchedPage<T> await(PagePrefetcher<T> owner) {
      try {
        return task.get();
      } catch (InterruptedException e) {
        cancel();
        owner.close();
        throw Interruption.of("The walk was interrupted while it waited for " + position, e);
      } catch (ExecutionException e) {
        owner.close();
        if (e.getCause() instanceof OfAuthException failure) {
          CallSite.here().appendTo(failure);
          throw failure;
        }
        throw new IllegalStateException("Fetching " + position + " failed", e.getCause());
      }
    }

    void cancel() {
      task.cancel(/* mayInterruptIfRunning= */ true);
    }
  }
}
