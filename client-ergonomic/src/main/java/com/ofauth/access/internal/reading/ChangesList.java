package com.ofauth.access.internal.reading;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.changes.AsyncChanges;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.changes.Watch;
import com.ofauth.access.internal.util.Preconditions;
import com.ofauth.access.internal.util.TimeSource;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shapes in which news can be read; each is one poll in other clothes. */
public final class ChangesList<T> implements Changes<T> {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(24);

  /** Begins polls. */
  public interface Polls<T> {

    /** A poll from a checkpoint, or from the one that the list was made with. */
    News<T> from(@Nullable Checkpoint since);
  }

  /** What a poll that was read to its end tells. */
  private record Ended(
      Checkpoint checkpoint, boolean cutShort, boolean mayRepeat, boolean baselineLost) {}

  private final Polls<T> polls;
  private final Executor workers;
  private final TimeSource time;
  private volatile @Nullable Ended ended;

  public ChangesList(Polls<T> polls, Executor workers, TimeSource time) {
    this.polls = polls;
    this.workers = workers;
    this.time = time;
  }

  @Override
  public Iterator<T> iterator() {
    return shapes().iterator();
  }

  @Override
  public Stream<T> stream() {
    return shapes().stream();
  }

  @Override
  public List<T> toList() {
    return shapes().toList();
  }

  @Override
  public Flow.Publisher<T> publisher() {
    return shapes().publisher();
  }

  @Override
  public AsyncChanges<T> async() {
    return new AsyncPaginatedList<>(this::walk, () -> walk().first(), workers);
  }

  @Override
  public Changes<Checkpointed<T>> withCheckpoints() {
    return new ChangesList<>(since -> new CheckpointedNews<>(polls.from(since)), workers, time);
  }

  @Override
  public Checkpoint checkpoint() {
    return ended().checkpoint();
  }

  @Override
  public boolean isCutShort() {
    return ended().cutShort();
  }

  @Override
  public boolean mayRepeat() {
    return ended().mayRepeat();
  }

  @Override
  public boolean isBaselineLost() {
    return ended().baselineLost();
  }

  @Override
  public Watch<T> watch(Duration interval) {
    Preconditions.notNull("interval", interval);
    if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "interval must be from 1 second to 24 days (both inclusive): " + interval);
    }
    return new WatchList<>(() -> new WatchWalk<>(polls, interval, time), workers);
  }

  private Ended ended() {
    Ended last = ended;
    if (last == null) {
      throw new IllegalStateException(
          "No poll was read to its end yet: read all news first, or take checkpoints by withCheckpoints()");
    }
    return last;
  }

  private PaginatedList<T> shapes() {
    return new PaginatedList<>(this::walk, () -> walk().first(), workers, "what is new");
  }

  private Walk<T> walk() {
    return new Telling(polls.from(null));
  }

  /** A poll that tells of its end. */
  private final class Telling implements Walk<T> {
    private final News<T> news;

    Telling(News<T> news) {
      this.news = news;
    }

    @Override
    public @Nullable Page<T> next() {
      Page<T> page = news.next();
      if (page == null) {
        ended =
            new Ended(
                news.checkpoint(), news.isCutShort(), news.mayRepeat(), news.isBaselineLost());
      }
      return page;
    }

    @Override
    public Page<T> first() {
      return news.first();
    }

    @Override
    public void close() {
      news.close();
    }

    @Override
    public Checkpoint checkpoint() {
      return news.checkpoint();
    }
  }
}
