package com.ofauth.access;

/** How a walk handles changes of the list during the walk. */
public enum PagingMode {
  /**
   * Returns exactly once every item that is in the list at each request of the walk, even if other
   * items are added, removed or moved before it, or if new activity moves the item itself. The
   * default.
   *
   * <p>On a list that is paged by offset, each page overlaps the page before by one item, which is
   * not returned again, and a list that moves active items to its head is checked once more there.
   * At page size 20, an unchanged list of several pages needs at most 6 % more requests than {@link
   * #PLAIN}, plus one; changes during the walk can need further requests.
   */
  EXACTLY_ONCE,

  /**
   * Requests one offset after the other and returns every page as it is. On a list that changes
   * during the walk, items are skipped and repeated.
   */
  PLAIN
}
