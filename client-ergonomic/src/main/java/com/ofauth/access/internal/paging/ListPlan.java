package com.ofauth.access.internal.paging;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.ListQuery;
import com.ofauth.access.Page;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.paging.Sightings.Sighting;
import com.ofauth.access.internal.reading.Walk;
import com.ofauth.access.internal.util.Fingerprint;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The walks over one list: puts the endpoint's facts and the query's wishes together. */
record ListPlan<T>(
    Supplier<PageSource<T>> sources,
    ToLongFunction<T> keyOf,
    Function<T, @Nullable Object> versionOf,
    Drift drift,
    ListQuery query,
    CheckpointOwner owner,
    WalkState begin)
    implements WalkPlan<T> {

  /** A walk of its own, each time. */
  Walk<T> walk(Executor workers) {
    PageSource<T> source = sources.get();
    return query.lookAhead() > 0 && drift != Drift.NONE
        ? walk(new LookAhead<>(source, this, overlaps() ? 1 : 0, workers))
        : walk(source);
  }

  /** The first page, and no other: nothing is fetched ahead. */
  Page<T> firstPage() {
    return walk(sources.get()).first();
  }

  private Walk<T> walk(PageSource<T> source) {
    return overlaps()
        ? new ExactlyOnceWalk<>(this, source)
        : new PlainWalk<>(this, source, query.pagingMode() == PagingMode.EXACTLY_ONCE);
  }

  private boolean overlaps() {
    return query.pagingMode() == PagingMode.EXACTLY_ONCE && drift != Drift.NONE;
  }

  @Override
  public long key(T item) {
    return keyOf.applyAsLong(item);
  }

  @Override
  public Sighting sight(T item) {
    return new Sighting(key(item), Fingerprint.of(versionOf.apply(item)));
  }

  @Override
  public int pageSize() {
    return query.pageSize();
  }

  @Override
  public long floor() {
    return query.startAt();
  }

  @Override
  public long maxItems() {
    return query.maxItems().orElse(Long.MAX_VALUE);
  }

  @Override
  public Checkpoint checkpoint(WalkState state) {
    return owner.checkpoint(state);
  }
}
