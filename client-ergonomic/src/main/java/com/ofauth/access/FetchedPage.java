package com.ofauth.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one request of a walk brought. */
record FetchedPage<T>(
    Position position,
    List<T> items,
    boolean hasMore,
    @Nullable Long nextOffset,
    ApiResponse<?> response) {

  /** Where the next page begins: as the service says, else behind the items that came. */
  long next() {
    return nextOffset != null ? nextOffset : position.offset() + items.size();
  }

  Page<T> toPage() {
    return new Page<>(items, hasMore, position.offset(), response);
  }
}
