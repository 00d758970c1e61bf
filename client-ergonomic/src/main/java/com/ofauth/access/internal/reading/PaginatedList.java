package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.AsyncPaginated;
import com.ofauth.access.Page;
import com.ofauth.access.Paginated;
import com.ofauth.access.changes.Checkpointed;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The shapes in which a list can be read. Each shape reads one walk. */
public final class PaginatedList<T> implements Paginated<T> {
  private final Supplier<Walk<T>> walks;
  private final Supplier<Page<T>> firstPage;
  private final Executor workers;
  private final Object text;

  /**
   * @param text tells what is read, for {@link #toString()}
   */
  public PaginatedList(
      Supplier<Walk<T>> walks, Supplier<Page<T>> firstPage, Executor workers, Object text) {
    this.walks = walks;
    this.firstPage = firstPage;
    this.workers = workers;
    this.text = text;
  }

  @Override
  public Iterator<T> iterator() {
    return new ItemIterator<>(walks.get());
  }

  @Override
  public Stream<T> stream() {
    Walk<T> walk = walks.get();
    Spliterator<T> items =
        Spliterators.spliteratorUnknownSize(
            new ItemIterator<>(walk), Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(items, /* parallel= */ false).onClose(walk::close);
  }

  @Override
  public Iterable<Page<T>> pages() {
    return () -> new PageIterator<>(walks.get());
  }

  @Override
  public Page<T> firstPage() {
    return firstPage.get();
  }

  @Override
  public List<T> toList() {
    return Collecting.all(walks.get());
  }

  @Override
  public Paginated<Checkpointed<T>> withCheckpoints() {
    return new PaginatedList<>(
        () -> new CheckpointedWalk<>(walks.get()),
        () -> bridge().withCheckpoints(firstPage.get()),
        workers,
        text);
  }

  @Override
  public Flow.Publisher<T> publisher() {
    return new WalkPublisher<>(walks, workers);
  }

  @Override
  public AsyncPaginated<T> async() {
    return new AsyncPaginatedList<>(walks, firstPage, workers);
  }

  @Override
  public String toString() {
    return "Paginated{" + text + "}";
  }
}
