package com.ofauth.access;

import com.ofauth.access.Sightings.Sighting;
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
    boolean once = query.pagingMode() == PagingMode.EXACTLY_ONCE;
    boolean overlapping = once && drift != Drift.NONE;
    PageSource<T> source = sources.get();
    if (query.lookAhead() > 0 && drift != Drift.NONE) {
      source = new LookAhead<>(source, query, overlapping ? 1 : 0, workers);
    }
    return overlapping
        ? new ExactlyOnceWalk<>(this, source)
        : new PlainWalk<>(this, source, /* onceByKey= */ once);
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
