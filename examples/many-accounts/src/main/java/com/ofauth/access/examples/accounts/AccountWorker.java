package com.ofauth.access.examples.accounts;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.ConnectionNotFoundException;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.PermissionException;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.model.OfAuthModel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One connection, as long as this member owns it: copies its lists, and then polls them for what is
 * new. Used by one thread; its runs are on threads of the client, one at a time.
 */
final class AccountWorker {
  /** How many items come between two checkpoints: what a crash repeats at most. */
  private static final int ITEMS_PER_CHECKPOINT = 20;

  private static final int MAX_BACKOFF = 6;
  private static final Duration RETRY_EXPIRED = Duration.ofMinutes(10);

  /** What becomes of the connection. */
  enum State {
    WAITING,
    COPYING,
    FOLLOWING,
    EXPIRED,
    FAILING
  }

  private final String id;
  private final OfAuthConnection account;
  private final Cluster cluster;
  private final Sink sink;
  private final Duration interval;
  private final AtomicLong items;

  /** What the cluster knows of the connection since this member took it over; null before. */
  private volatile @Nullable Account owned;

  /** The reading that is under way. */
  private volatile CompletableFuture<?> reading = CompletableFuture.completedFuture(null);

  private boolean running;
  private boolean stopped;
  private State state = State.WAITING;
  private String problem = "";
  private long due = System.nanoTime();
  private int failures;

  AccountWorker(
      OfAuthConnection account, Cluster cluster, Sink sink, Duration interval, AtomicLong items) {
    this.id = account.id();
    this.account = account;
    this.cluster = cluster;
    this.sink = sink;
    this.interval = interval;
    this.items = items;
  }

  synchronized boolean isRunning() {
    return running;
  }

  /** How long this has been due, in nanoseconds; negative if it is not. */
  synchronized long overdue() {
    return running ? -1 : System.nanoTime() - due;
  }

  synchronized State state() {
    return state;
  }

  /** Why it is expired or failing. */
  synchronized String problem() {
    return id + ": " + problem;
  }

  /** Reads both lists, one after the other, since they share a rate limit. */
  synchronized CompletableFuture<?> start(Executor starters) {
    running = true;
    state = state == State.WAITING ? State.COPYING : state;
    return CompletableFuture.runAsync(this::takeOver, starters)
        .thenCompose(ready -> follow(Feed.CHATS))
        .thenCompose(ready -> follow(Feed.MASS_MESSAGES))
        .whenComplete((ready, failure) -> ended(failure));
  }

  /** Ends what is under way: another member has the connection now. */
  synchronized void stop() {
    stopped = true;
    reading.cancel(true);
  }

  private void takeOver() {
    if (owned == null) {
      Account saved = sink.takeOver(id);
      Account here = cluster.onAccount(id, new Account.TakeOver(saved));
      if (here == null) {
        throw new Sink.StaleFenceException(id, saved.fence(), saved.fence() + 1);
      }
      owned = here;
    }
  }

  private <T extends OfAuthModel> CompletableFuture<?> follow(Feed<T> feed) {
    Account here = Objects.requireNonNull(owned);
    String saved = here.checkpoint(feed.name());
    Changes<Checkpointed<T>> news =
        feed.sync()
            .apply(account, saved == null ? null : Checkpoint.parse(saved))
            .withCheckpoints();
    AtomicInteger unsaved = new AtomicInteger();
    CompletableFuture<?> all =
        news.async()
            .forEach(
                item -> {
                  sink.merge(
                      id,
                      feed.keyOf(item.item()),
                      here.fence(),
                      feed.versionOf(item.item()),
                      item.item().toJson());
                  items.incrementAndGet();
                  if (unsaved.incrementAndGet() % ITEMS_PER_CHECKPOINT == 0) {
                    save(feed, item.checkpoint());
                  }
                });
    synchronized (this) {
      reading = all;
      if (stopped) {
        all.cancel(true);
      }
    }
    return all.thenRun(() -> save(feed, news.checkpoint()));
  }

  /** Once the items are in the sink. */
  private void save(Feed<?> feed, Checkpoint checkpoint) {
    Account here = Objects.requireNonNull(owned);
    String text = checkpoint.toString();
    if (text.equals(here.checkpoint(feed.name()))) {
      return;
    }
    Account.Save save = new Account.Save(here.fence(), feed.name(), text);
    if (!cluster.onAccount(id, save)) {
      throw new Sink.StaleFenceException(id, here.fence(), here.fence() + 1);
    }
    sink.save(id, feed.name(), here.fence(), text);
    owned = here.with(feed.name(), text);
  }

  private synchronized void ended(@Nullable Throwable failure) {
    running = false;
    if (failure == null) {
      failures = 0;
      state = State.FOLLOWING;
      due = System.nanoTime() + interval.toNanos();
      return;
    }
    // What was saved is known for sure only by the map and the sink.
    owned = null;
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    problem = String.valueOf(cause.getMessage());
    Duration wait = interval.multipliedBy(1L << Math.min(failures++, MAX_BACKOFF));
    if (cause instanceof Sink.StaleFenceException || cause instanceof CancellationException) {
      state = State.WAITING;
    } else if (cause instanceof SessionExpiredException
        || cause instanceof ConnectionNotFoundException
        || cause instanceof PermissionException) {
      // Until the account is connected again by OFAuth Link.
      state = State.EXPIRED;
      wait = RETRY_EXPIRED;
    } else {
      state = State.FAILING;
    }
    due = System.nanoTime() + wait.toNanos();
  }
}
