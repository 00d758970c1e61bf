package com.ofauth.access.internal.paging;

import org.jspecify.annotations.Nullable;

/**
 * Where a page begins and how many items it may hold: what changes from request to request of a
 * walk.
 */
public record PageRequest(PageStart start, int limit) {

  static PageRequest atOffset(long offset, int limit) {
    return new PageRequest(PageStart.atOffset(offset), limit);
  }

  public long offset() {
    return start.offset();
  }

  public @Nullable String cursor() {
    return start.cursor();
  }

  /** The cursor of a list whose cursors are ids of items. */
  public @Nullable Long cursorAsNumber() {
    String cursor = cursor();
    return cursor == null ? null : Long.valueOf(cursor);
  }

  @Override
  public String toString() {
    return start + " with limit " + limit;
  }
}
