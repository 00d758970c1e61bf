package com.ofauth.access.internal.paging;

/**
 * Where the next window of a walk begins. Windows overlap, so that each shows an item that the walk
 * has already seen: the anchor. This plans the overlap, and the way back when the anchor does not
 * show.
 *
 * <p>The last item of a window with {@code m} items that began at {@code a} lies at {@code a + m -
 * 1} or beyond: exactly there when the service cuts its pages from the list that it shows, beyond
 * when it filters after cutting, so that hidden items lie between. In a still list a window that
 * begins at {@code a + m - 1} therefore shows the anchor, whatever the service does.
 *
 * @param floor where the list begins for this walk
 * @param start where the next window begins
 * @param root whether the next window is taken without an anchor, because it begins where the list
 *     does
 * @param blind whether the next window is taken without an anchor, because hidden items fill a
 *     whole window around it
 * @param anchored where the last anchored window began
 * @param lastItem the first place at which the last item of that window can lie
 * @param hidden the lowest start behind {@code anchored} from which no anchor showed, or {@link
 *     Long#MAX_VALUE}
 * @param back how far to step back when the list turns out to have shifted
 */
record WindowPlanner(
    long floor,
    long start,
    boolean root,
    boolean blind,
    long anchored,
    long lastItem,
    long hidden,
    long back) {
  private static final long NONE = Long.MAX_VALUE;

  /** A few items leave between two requests, seldom a page of them. */
  private static final long FIRST_STEP_BACK = 3;

  static WindowPlanner from(long floor) {
    return new WindowPlanner(floor, floor, true, false, floor, floor, NONE, FIRST_STEP_BACK);
  }

  /** Whether a walk can have come here: what a checkpoint holds may have been made up. */
  boolean isPossible() {
    return start >= 0
        && anchored >= 0
        && lastItem >= 0
        && hidden >= 0
        && back >= 1
        && back <= Integer.MAX_VALUE;
  }

  /** The same way, in a list that begins elsewhere. */
  WindowPlanner withFloor(long newFloor) {
    return new WindowPlanner(
        newFloor, Math.max(newFloor, start), root, blind, anchored, lastItem, hidden, back);
  }

  /** After a window that was taken; whether it showed what this pass had not seen before. */
  WindowPlanner taken(FetchedPage<?> page, boolean ledFurther) {
    long from = page.position().offset();
    long until = page.next().offset();
    int slots = page.slots();
    int limit = page.position().limit();
    long last = from + page.beforeLastReadable();
    long stillHidden = ledFurther ? NONE : hidden;
    if (slots == 0 || stillHidden - from <= 1) {
      // Nothing in sight that a window further on could show too. Half a window of overlap is all
      // that can be done.
      long next = Math.max(from + 1, until - Math.max(1, limit / 2));
      return new WindowPlanner(floor, next, false, true, from, last, NONE, FIRST_STEP_BACK);
    }
    boolean nothingHidden = slots == limit || until - from == slots;
    long overlap = nothingHidden ? until - last : Math.min(limit - 1, 2L * limit / slots + 1);
    // A window that led no further is not asked for again.
    long next = Math.max(ledFurther ? from : from + 1, until - overlap);
    if (next >= stillHidden) {
      next = from + (stillHidden - from) / 2;
    }
    return new WindowPlanner(floor, next, false, false, from, last, stillHidden, FIRST_STEP_BACK);
  }

  /**
   * After a window of which nothing can be read. It breaks the chain of anchors: the next window
   * has to do without, and takes the place of this one if this one began the list.
   */
  WindowPlanner pastHole(FetchedPage<?> page) {
    long next = page.next().offset();
    return new WindowPlanner(floor, next, root, true, next, next, NONE, FIRST_STEP_BACK);
  }

  /** After a window that showed no anchor, and was therefore not taken. */
  WindowPlanner withoutAnchor() {
    if (start <= lastItem) {
      // In a still list the anchor would have shown: what the walk knows has moved up.
      long next = Math.max(floor, start - back);
      return new WindowPlanner(
          floor, next, next == floor, false, anchored, lastItem, NONE, back * 2);
    }
    long noAnchorFrom = Math.min(hidden, start);
    long next;
    if (lastItem > anchored && noAnchorFrom > lastItem) {
      next = lastItem;
    } else {
      // Close in on the anchor's place; at the end the window before is read again, to tell a gap
      // from a shift.
      next = anchored + (noAnchorFrom - anchored) / 2;
    }
    return new WindowPlanner(floor, next, false, false, anchored, lastItem, noAnchorFrom, back);
  }
}
