package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.internal.reading.News;
import java.util.List;
import java.util.function.Function;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The news of one poll, after the copy of the list where that is not complete. */
final class NewsWalk<T> implements News<T> {
  private final WalkPlan<T> plan;
  private final PageSource<T> source;
  private final Function<Baseline, Poll<T>> polls;
  private final Function<Baseline, Checkpoint> checkpoints;

  /** The copy, or the end of the walk from which the poll starts, as long as it is under way. */
  private @Nullable ExactlyOnceWalk<T> first;

  private Baseline since;
  private @Nullable Poll<T> poll;
  private NewsPoll.@Nullable News<T> news;

  /**
   * News of a list.
   *
   * @param polls a poll from a baseline
   * @param checkpoints the checkpoint of a baseline
   */
  NewsWalk(
      WalkPlan<T> plan,
      PageSource<T> source,
      Function<Baseline, Poll<T>> polls,
      Function<Baseline, Checkpoint> checkpoints) {
    this.plan = plan;
    this.source = source;
    this.polls = polls;
    this.checkpoints = checkpoints;
    this.since = plan.begin().baseline();
    this.first = since.ended() ? null : new ExactlyOnceWalk<>(plan, source);
  }

  static IllegalArgumentException unfinished() {
    return new IllegalArgumentException(
        "The checkpoint belongs to a walk that has not reached the end of the list: finish it first,"
            + " start from checkpointNow(), or copy the whole list by sync()");
  }

  @Override
  public @Nullable Page<T> next() {
    ExactlyOnceWalk<T> walk = first;
    if (walk != null) {
      Page<T> page = plan.copies() ? walk.next() : null;
      if (page != null) {
        return page;
      }
      if (!plan.copies() && !walk.endsHere()) {
        throw unfinished();
      }
      since = walk.baseline();
      first = null;
    }
    if (news != null) {
      return null;
    }
    NewsPoll.News<T> found = poll();
    return found.items().isEmpty() ? null : page(found);
  }

  private NewsPoll.News<T> poll() {
    Poll<T> here = poll;
    if (here == null) {
      here = polls.apply(since);
      poll = here;
    }
    try {
      NewsPoll.News<T> found = here.result();
      news = found;
      return found;
    } catch (OfAuthException e) {
      // What a poll has read is not handed out before its end.
      bridge().failure(e).replaceCheckpoint(checkpoint().toString());
      throw e;
    }
  }

  private Page<T> page(NewsPoll.News<T> found) {
    List<T> items = found.items();
    return bridge()
        .page(
            items,
            /* hasMore= */ false,
            /* offset= */ 0,
            Headers.of(),
            ByteString.EMPTY,
            /* deviations= */ List.of(),
            /* undecodableItems= */ List.of(),
            i -> checkpoints.apply(found.after().baseline(i + 1)));
  }

  @Override
  public Page<T> first() {
    Page<T> page = next();
    return page != null
        ? page
        : bridge()
            .page(
                List.of(),
                /* hasMore= */ false,
                /* offset= */ 0,
                Headers.of(),
                ByteString.EMPTY,
                /* deviations= */ List.of(),
                /* undecodableItems= */ List.of(),
                i -> checkpoint());
  }

  @Override
  public void close() {
    source.close();
  }

  @Override
  public Checkpoint checkpoint() {
    ExactlyOnceWalk<T> walk = first;
    if (walk != null) {
      return walk.checkpoint();
    }
    NewsPoll.News<T> found = news;
    return checkpoints.apply(found == null ? since : found.after().baseline(found.items().size()));
  }

  @Override
  public boolean isCutShort() {
    return news != null && news.cutShort();
  }

  @Override
  public boolean mayRepeat() {
    return news != null && news.mayRepeat();
  }

  @Override
  public boolean isBaselineLost() {
    return news != null && news.lost();
  }
}
