package com.ofauth.access;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Walks a list by offsets. */
final class OffsetPaginated<T> implements Paginated<T> {
  private final ListQuery query;
  private final Function<Position, FetchedPage<T>> source;

  OffsetPaginated(ListQuery query, Function<Position, FetchedPage<T>> source) {
    this.query = query;
    this.source = source;
  }

  @Override
  public Iterator<T> iterator() {
    return stream().iterator();
  }

  @Override
  public Stream<T> stream() {
    Stream<T> items =
        StreamSupport.stream(pages().spliterator(), false).flatMap(page -> page.items().stream());
    return query.maxItems().isPresent() ? items.limit(query.maxItems().getAsLong()) : items;
  }

  @Override
  public Iterable<Page<T>> pages() {
    return PageIterator::new;
  }

  @Override
  public Page<T> firstPage() {
    return source.apply(new Position(query.startAt(), query.pageSize())).toPage();
  }

  private final class PageIterator implements Iterator<Page<T>> {
    private @Nullable FetchedPage<T> last;

    @Override
    public boolean hasNext() {
      return last == null || last.hasMore();
    }

    @Override
    public Page<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the list has no further page");
      }
      FetchedPage<T> page =
          source.apply(
              new Position(last == null ? query.startAt() : last.next(), query.pageSize()));
      if (page.hasMore() && page.next() <= page.position().offset()) {
        throw new OfAuthException(
            "The service says that there is more, but does not advance: the page at offset "
                + page.position().offset()
                + " points to offset "
                + page.next(),
            null,
            200);
      }
      last = page;
      return page.toPage();
    }
  }
}
