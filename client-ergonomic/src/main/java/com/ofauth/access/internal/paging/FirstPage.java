package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The first page of a list for somebody who reads no other. What a walk has to remember of it is
 * worked out when a checkpoint is asked for: by a walk that is given this page.
 */
final class FirstPage<T> implements IntFunction<Checkpoint> {
  private final WalkPlan<T> plan;
  private final FetchedPage<T> fetched;
  private @Nullable Page<T> walked;

  private FirstPage(WalkPlan<T> plan, FetchedPage<T> fetched) {
    this.plan = plan;
    this.fetched = fetched;
  }

  static <T> Page<T> read(WalkPlan<T> plan, PageSource<T> source) {
    PageRequest position =
        PageRequest.atOffset(plan.floor(), (int) Math.min(plan.pageSize(), plan.maxItems()));
    FetchedPage<T> fetched;
    try {
      fetched = PageValidator.check(source.fetch(position, /* fresh= */ true));
    } catch (OfAuthException e) {
      // The walk adds where it can be resumed.
      return plan.walk(
              (at, fresh) -> {
                throw e;
              })
          .first();
    }
    FirstPage<T> page = new FirstPage<>(plan, fetched);
    return page.needsWalk()
        ? page.walked()
        : fetched.toPage(fetched.items(), /* first= */ true, fetched.broken(), page);
  }

  /** Whether a walk would leave something out, or has something to count. */
  private boolean needsWalk() {
    LongIndex keys = LongIndex.byValue();
    for (T item : fetched.items()) {
      if (!keys.add(plan.key(item))) {
        return true;
      }
    }
    return !fetched.broken().isEmpty();
  }

  /** The checkpoint behind an item. */
  @Override
  public Checkpoint apply(int item) {
    return bridge().checkpointAfter(walked(), item);
  }

  private synchronized Page<T> walked() {
    if (walked == null) {
      walked = plan.walk((at, fresh) -> fetched).first();
    }
    return walked;
  }
}
