package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.ListQuery;
import com.ofauth.access.Page;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import com.ofauth.access.internal.reading.Walk;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The walks over one list, by the settings of its query.
 *
 * @param resumed where a checkpoint says that walks begin, or null for the start
 * @param copies whether the walk copies the list by bounded checkpoints, and leaves what moves to a
 *     poll for news
 */
record WalkPlan<T>(
    WalkedList<T> list,
    ReorderDirection reorderDirection,
    ListQuery query,
    @Nullable WalkState resumed,
    boolean copies) {

  /** A walk of its own, each time. */
  Walk<T> walk(Executor workers) {
    PageSource<T> source = list.source();
    return query.lookAhead() > 0 && reorderDirection != ReorderDirection.NONE
        ? walk(new PagePrefetcher<>(source, this, overlaps() ? 1 : 0, workers))
        : walk(source);
  }

  /** The first page, and no other: nothing is fetched ahead. */
  Page<T> firstPage() {
    PageSource<T> source = list.source();
    return query.resumeFrom().isEmpty() ? FirstPage.read(this, source) : walk(source).first();
  }

  /** A walk whose pages come from there. */
  Walk<T> walk(PageSource<T> source) {
    return overlaps()
        ? new ExactlyOnceWalk<>(this, source)
        : new PlainWalk<>(this, source, query.pagingMode() == PagingMode.EXACTLY_ONCE);
  }

  private boolean overlaps() {
    return query.pagingMode() == PagingMode.EXACTLY_ONCE
        && reorderDirection != ReorderDirection.NONE;
  }

  long key(T item) {
    return list.key(item);
  }

  SeenItem sight(T item) {
    return SeenItem.of(key(item), list.versionOf(item));
  }

  int pageSize() {
    return query.pageSize();
  }

  long floor() {
    return query.startAt();
  }

  long maxItems() {
    return query.maxItems().orElse(Long.MAX_VALUE);
  }

  WalkState begin() {
    return resumed == null ? WalkState.begin(floor()) : resumed;
  }

  /** What walks leave out; a copy goes on to feeds, which have no end. */
  LeftOut leftOut() {
    return new LeftOut(begin().leftOut(), !copies && bridge().onUndecodableItem(query) == null);
  }

  Checkpoint checkpoint(WalkState state) {
    CheckpointCodec.Kind kind =
        copies
            ? CheckpointCodec.Kind.COPY
            : state.compact() ? CheckpointCodec.Kind.COMPACT_WALK : CheckpointCodec.Kind.WALK;
    return bridge().checkpoint(() -> list.checkpointScope().encode(kind, state));
  }
}
