package com.ofauth.access.internal.paging;

import org.jspecify.annotations.Nullable;

/**
 * Where a page begins: at an offset, or behind an item that a cursor names.
 *
 * @param offset how many items lie before the page; 0 when a cursor is used
 * @param cursor the service's mark, or null in a list that is paged by offset
 */
public record PageStart(long offset, @Nullable String cursor) {

  static PageStart atOffset(long offset) {
    return new PageStart(offset, null);
  }

  static PageStart behind(String cursor) {
    return new PageStart(0, cursor);
  }

  @Override
  public String toString() {
    return cursor == null ? "offset " + offset : "cursor " + cursor;
  }
}
