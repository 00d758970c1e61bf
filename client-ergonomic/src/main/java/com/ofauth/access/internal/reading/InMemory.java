package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.Paginated;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.internal.api.PageSize;
import com.ofauth.access.internal.util.Preconditions;
import com.ofauth.access.internal.util.TimeSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Lists that send no request, for fakes of users: the same shapes over items in memory. */
public final class InMemory {
  private static final Executor WORKERS = ForkJoinPool.commonPool();

  /** The first character of the body of a checkpoint that only a fake gives. */
  private static final char FAKE = 'f';

  private InMemory() {}

  /** Whether the body of a checkpoint is that of a fake. */
  public static boolean isFake(String checkpoint) {
    return checkpoint.charAt(0) == FAKE;
  }

  private static <T> List<T> copy(List<? extends T> items) {
    Preconditions.notNull("items", items).forEach(item -> Preconditions.notNull("an item", item));
    return List.copyOf(items);
  }

  /** The one page of a list. */
  public static <T> Page<T> page(List<? extends T> items) {
    return page(copy(items), 0, /* hasMore= */ false);
  }

  /**
   * A list of the items.
   *
   * @param failure thrown after the last item, or null
   */
  public static <T> Paginated<T> list(List<? extends T> items, @Nullable OfAuthException failure) {
    List<T> copy = copy(items);
    Supplier<Walk<T>> walks = () -> new MemoryWalk<>(copy, failure, 0);
    return new PaginatedList<>(
        walks, () -> walks.get().first(), WORKERS, copy.size() + " items in memory");
  }

  public static <T> Changes<T> changes(List<? extends T> items) {
    List<T> copy = copy(items);
    return new ChangesList<>(
        since -> new MemoryWalk<>(copy, null, since == null ? 0 : copy.size()),
        WORKERS,
        TimeSource.SYSTEM);
  }

  private static <T> Page<T> page(List<T> items, int offset, boolean hasMore) {
    return bridge()
        .page(
            items,
            hasMore,
            offset,
            Headers.of(),
            /* rawBody= */ null,
            List.of(),
            List.of(),
            item -> checkpoint(offset + item + 1));
  }

  private static Checkpoint checkpoint(int reached) {
    return bridge().checkpoint(() -> FAKE + Integer.toString(reached));
  }

  /** Items in pages of the size that the service uses at most. */
  private static final class MemoryWalk<T> implements News<T> {
    private final List<T> items;
    private final @Nullable OfAuthException failure;
    private int reached;

    MemoryWalk(List<T> items, @Nullable OfAuthException failure, int start) {
      this.items = items;
      this.failure = failure;
      this.reached = start;
    }

    @Override
    public @Nullable Page<T> next() {
      if (reached < items.size()) {
        return first();
      }
      if (failure != null) {
        bridge().failure(failure).replaceCheckpoint(checkpoint().toString());
        throw failure;
      }
      return null;
    }

    @Override
    public Page<T> first() {
      if (items.isEmpty() && failure != null) {
        throw failure;
      }
      int start = reached;
      reached = Math.min(items.size(), start + PageSize.MAX);
      return page(items.subList(start, reached), start, reached < items.size() || failure != null);
    }

    @Override
    public void close() {}

    @Override
    public Checkpoint checkpoint() {
      return InMemory.checkpoint(reached);
    }

    @Override
    public boolean isCutShort() {
      return false;
    }

    @Override
    public boolean mayRepeat() {
      return false;
    }

    @Override
    public boolean isBaselineLost() {
      return false;
    }
  }
}
