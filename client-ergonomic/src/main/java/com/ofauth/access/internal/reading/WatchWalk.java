package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.AuthenticationException;
import com.ofauth.access.CallInterruptedException;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.ConnectionNotFoundException;
import com.ofauth.access.InvalidRequestException;
import com.ofauth.access.NotFoundException;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.PermissionException;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.internal.api.Interruption;
import com.ofauth.access.internal.util.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One poll after the other: the next begins an interval after the one before, at the earliest. */
final class WatchWalk<T> implements Walk<T> {
  private static final Logger LOG = LoggerFactory.getLogger("com.ofauth.access");
  private static final long LONGEST_BACKOFF = Duration.ofMinutes(5).toNanos();

  private final ChangesList.Polls<T> polls;
  private final long interval;
  private final TimeSource time;

  /** The poll that is under way, or null between two. */
  private @Nullable News<T> current;

  private @Nullable Checkpoint reached;
  private long begun;

  /** When the next request may be sent; as long as there was none, at once. */
  private @Nullable Long next;

  private int failures;

  /** The thread that waits for an item; close interrupts it. */
  private @Nullable Thread reader;

  private boolean closed;

  WatchWalk(ChangesList.Polls<T> polls, Duration interval, TimeSource time) {
    this.polls = polls;
    this.interval = interval.toNanos();
    this.time = time;
  }

  @Override
  public @Nullable Page<T> next() {
    if (!enter()) {
      return null;
    }
    try {
      while (!isClosed()) {
        Page<T> page = poll();
        if (page != null) {
          return page;
        }
      }
      return null;
    } catch (OfAuthException e) {
      if (isClosed()) {
        return null;
      }
      throw e;
    } finally {
      leave();
    }
  }

  private @Nullable Page<T> poll() {
    try {
      await();
      News<T> news = current;
      if (news == null) {
        news = polls.from(reached);
        current = news;
        begun = time.nanoTime();
      }
      Page<T> page = news.next();
      failures = 0;
      next = null;
      if (page == null) {
        reached = news.checkpoint();
        current = null;
        next = begun + interval;
      }
      return page;
    } catch (OfAuthException e) {
      if (endsTheWatch(e)) {
        throw e;
      }
      if (failures == 0) {
        LOG.warn("A poll for news failed, and is repeated until it works: {}", e.getMessage());
      }
      // The poll keeps what it has read, and goes on from there.
      failures = Math.min(failures + 1, 30);
      long wait = interval << Math.min(failures - 1, 10);
      long longest = Math.max(interval, LONGEST_BACKOFF);
      next = time.nanoTime() + (wait <= 0 ? longest : Math.min(wait, longest));
      return null;
    }
  }

  private static boolean endsTheWatch(OfAuthException e) {
    return e instanceof SessionExpiredException
        || e instanceof ConnectionNotFoundException
        || e instanceof AuthenticationException
        || e instanceof PermissionException
        || e instanceof InvalidRequestException
        || e instanceof NotFoundException
        || e instanceof CallInterruptedException
        || bridge().failure(e).isLasting();
  }

  private void await() {
    Long until = next;
    long left = until == null ? 0 : until - time.nanoTime();
    if (left <= 0) {
      return;
    }
    try {
      time.sleep(left);
    } catch (InterruptedException e) {
      CallInterruptedException interrupted =
          Interruption.of("The watch was interrupted between two polls", e);
      Checkpoint here = reached;
      if (here != null) {
        bridge().failure(interrupted).attachCheckpoint(here.toString());
      }
      throw interrupted;
    }
  }

  @Override
  public Page<T> first() {
    throw new UnsupportedOperationException("a watch has no first page");
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (reader != null && reader != Thread.currentThread()) {
        reader.interrupt();
      }
    }
  }

  @Override
  public Checkpoint checkpoint() {
    News<T> news = current;
    Checkpoint here = reached;
    if (news != null) {
      return news.checkpoint();
    }
    return here != null ? here : polls.from(null).checkpoint();
  }

  private synchronized boolean enter() {
    reader = closed ? null : Thread.currentThread();
    return !closed;
  }

  /** An interrupt that was meant to end the watch ends with it. */
  private synchronized void leave() {
    reader = null;
    if (closed) {
      boolean unused = Thread.interrupted();
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }
}
