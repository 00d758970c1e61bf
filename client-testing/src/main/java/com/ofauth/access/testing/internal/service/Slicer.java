package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.internal.exchange.PageBody;
import com.ofauth.access.testing.internal.exchange.PageBody.Asked;
import com.ofauth.access.testing.internal.exchange.PageItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cuts a page out of a list. */
public final class Slicer {

  private Slicer() {}

  /** As a good server does: the offset counts items that match. */
  public static <E extends PageItem> PageBody filterThenSlice(
      int size, IntFunction<E> list, @Nullable Predicate<E> filter, Asked asked) {
    List<PageItem> items = new ArrayList<>();
    List<PageItem> beyond = new ArrayList<>();
    // Without a filter every item matches, so those before the offset need no look.
    long skip = filter == null ? 0 : asked.offset();
    for (long i = filter == null ? asked.offset() : 0;
        i < size && beyond.size() < asked.limit();
        i++) {
      E item = list.apply((int) i);
      if (filter != null && !filter.test(item)) {
        continue;
      }
      if (skip > 0) {
        skip--;
      } else {
        (items.size() < asked.limit() ? items : beyond).add(item);
      }
    }
    return page(items, beyond, !beyond.isEmpty(), items.size(), asked);
  }

  /** As some servers do: the offset counts items looked at, and a page can come out short. */
  static <E extends PageItem> PageBody sliceThenFilter(
      int size, IntFunction<E> list, Predicate<E> filter, Asked asked) {
    List<PageItem> items = new ArrayList<>();
    List<PageItem> beyond = new ArrayList<>();
    int from = (int) Math.min(size, asked.offset());
    int to = Math.min(size, from + asked.limit());
    for (int i = from; i < Math.min(size, to + asked.limit()); i++) {
      E item = list.apply(i);
      if (filter.test(item)) {
        (i < to ? items : beyond).add(item);
      }
    }
    return page(items, beyond, to < size, to - from, asked);
  }

  /** As other servers do: from the offset on until the page is full. */
  static <E extends PageItem> PageBody scan(
      int size, IntFunction<E> list, Predicate<E> filter, Asked asked) {
    List<PageItem> items = new ArrayList<>();
    List<PageItem> beyond = new ArrayList<>();
    int from = (int) Math.min(size, asked.offset());
    int to = from;
    for (int i = from; i < size && beyond.size() < asked.limit(); i++) {
      E item = list.apply(i);
      boolean full = items.size() == asked.limit();
      if (filter.test(item)) {
        (full ? beyond : items).add(item);
      }
      to = full ? to : i + 1;
    }
    return page(items, beyond, to < size, to - from, asked);
  }

  private static PageBody page(
      List<PageItem> items, List<PageItem> beyond, boolean hasMore, int scanned, Asked asked) {
    String nextOffset =
        asked.givesNextOffset() && scanned > 0 ? Long.toString(asked.offset() + scanned) : null;
    return new PageBody(
        List.copyOf(items), List.copyOf(beyond), Boolean.toString(hasMore), nextOffset, asked);
  }
}
