package com.ofauth.access.internal.paging;

import com.ofauth.access.internal.api.PageSize;
import org.jspecify.annotations.Nullable;

/**
 * Where the next window of a walk begins. Windows overlap, so that each shows an item that the walk
 * has already seen: the anchor. This plans the overlap, and the way back when the anchor does not
 * show.
 *
 * <p>The last anchor of a window that began at {@code a} and shows it as its item number {@code i}
 * lies at {@code a + i} or beyond: exactly there when the service cuts its pages from the list that
 * it shows, beyond when it filters after cutting, so that hidden items lie between. In a still list
 * a window that begins at {@code a + i} therefore shows the anchor, whatever the service does. A
 * window that begins further on, in the hope of a smaller overlap, may miss it.
 *
 * @param start where the next window begins
 * @param mode what the next window has to show to be taken
 * @param from where the last window that was taken began
 * @param last the lowest place that the last anchor of that window can have
 * @param until where that window ended
 * @param miss the lowest start behind {@code from} from which items showed but no anchor, or {@link
 *     #NONE}
 * @param back how far to step back when the list turns out to have shifted
 * @param exact whether {@code last} is that anchor's place, since nothing was hidden
 * @param wide whether windows ask for as much as the API gives: the list has shifted, or hides
 *     items
 * @param shortPages whether the service sends less than it was asked for in the middle of the list
 */
record WindowPlanner(
    long start,
    Mode mode,
    long from,
    long last,
    long until,
    boolean exact,
    long miss,
    long back,
    boolean wide,
    boolean shortPages) {

  /** What a window has to show to be taken. */
  enum Mode {
    /** Nothing: it begins where the list does, or behind windows from there that showed nothing. */
    ROOT(0),
    /** An anchor. */
    ANCHOR(1),
    /** Items that are known by key: those around it have no versions, so none can be an anchor. */
    KEYS(2),
    /** Nothing: hidden items fill more than a window around it. */
    BLIND(3),
    /** An anchor, of which it is known only that it lies further on than {@code last}. */
    SEARCH(4);

    private final int code;

    Mode(int code) {
      this.code = code;
    }

    /** What stands for it in checkpoints. */
    int code() {
      return code;
    }

    static @Nullable Mode of(long code) {
      for (Mode mode : values()) {
        if (mode.code == code) {
          return mode;
        }
      }
      return null;
    }
  }

  static final long NONE = Long.MAX_VALUE;

  /** A few items leave between two requests, seldom a page of them. */
  private static final long FIRST_STEP_BACK = 3;

  static WindowPlanner at(long start) {
    return new WindowPlanner(
        start, Mode.ROOT, start, start, start, false, NONE, FIRST_STEP_BACK, false, false);
  }

  /**
   * A pass from the head of the list.
   *
   * @param widened whether the list may have changed in a way that does not show
   */
  WindowPlanner fromHead(boolean widened) {
    return new WindowPlanner(
        0, Mode.ROOT, 0, 0, 0, false, NONE, FIRST_STEP_BACK, wide || widened, shortPages);
  }

  /** The same window once more, after some of its items were given. */
  WindowPlanner readAgain() {
    return root() && start > 0
        ? new WindowPlanner(
            start, Mode.ANCHOR, start, start, start, false, NONE, back, wide, shortPages)
        : this;
  }

  boolean root() {
    return mode == Mode.ROOT;
  }

  /** Whether a walk can have come here: what a checkpoint holds may have been made up. */
  boolean isPossible() {
    return start >= 0
        && from >= 0
        && last >= from
        && until >= from
        && miss >= 0
        && back >= 1
        && back <= Integer.MAX_VALUE;
  }

  /** Whether the next window begins behind the place where the anchor has to show. */
  private boolean hopes() {
    return start > last;
  }

  /**
   * How far the list has moved up since the last window that was taken, as far as the place of an
   * anchor in this one tells; less than 0 if it has moved down.
   *
   * @param anchor the anchor's place in the page, or -1 if it shows none
   */
  long movedUp(FetchedPage<?> page, int anchor) {
    long begun = page.position().offset();
    if (!exact || page.next().offset() - begun > page.slots()) {
      return 0;
    }
    return anchor < 0 ? last - from + 1 : last - begun - anchor;
  }

  /**
   * After a window that was taken.
   *
   * @param asked how many items the walk had asked for; fewer where an item is broken
   * @param lastAnchor the place of the last anchor among the items that the service sent, or -1
   * @param ledFurther whether it showed what this pass had not seen before
   * @param moved how far the list has moved up since the window before
   */
  WindowPlanner taken(
      FetchedPage<?> page, int asked, int lastAnchor, boolean ledFurther, long moved) {
    long begun = page.position().offset();
    long end = page.next().offset();
    int slots = page.slots();
    int limit = page.position().limit();
    boolean hides = end - begun > slots;
    long half = Math.max(1, Math.min(limit, end - begun) / 2);
    boolean asksForMore = wide || hides || moved != 0;
    boolean small = asked < PageSize.MAX;
    if (lastAnchor < 0) {
      Mode next = slots > 0 ? Mode.KEYS : mode == Mode.ROOT ? Mode.ROOT : Mode.BLIND;
      return new WindowPlanner(
          small ? Math.max(begun, end - PageSize.MAX / 2) : Math.max(begun + 1, end - half),
          next,
          begun,
          begun,
          end,
          /* exact= */ false,
          NONE,
          FIRST_STEP_BACK,
          true,
          shortPages);
    }
    long anchor = begun + lastAnchor;
    long stillMissed = ledFurther ? NONE : miss;
    long next;
    // Items behind a page that was not full.
    boolean sendsShortPages = shortPages || (mode == Mode.ANCHOR && begun == until && begun > from);
    boolean overlaps = sendsShortPages && (ledFurther || (!hides && lastAnchor > 0));
    if (end - begun < limit && slots < limit && !overlaps) {
      // Nothing lies behind a page that is not full, unless the service sends short pages.
      next = end;
    } else if (hides && slots < limit) {
      next = end - Math.min(Math.max(1, limit / 2), 2L * limit / slots + 1);
    } else if (hides) {
      // The service looked on until the page was full: its last item stands right before the end.
      next = end - (slots - lastAnchor) - Math.max(0, moved);
      anchor = lastAnchor == slots - 1 ? end - 1 : anchor;
    } else {
      next = anchor - Math.max(0, moved);
    }
    next = Math.max(next, ledFurther || moved > 0 || small ? 0 : begun + 1);
    Mode needs = Mode.ANCHOR;
    if (stillMissed - begun <= 1) {
      // The window between the last two that showed different items shows nothing else: no request
      // can show both.
      next = Math.max(begun + 1, end - half);
      needs = Mode.BLIND;
      stillMissed = NONE;
    } else if (next >= stillMissed) {
      next = begun + (stillMissed - begun) / 2;
    } else if (next == begun && moved <= 0 && (!root() || !small)) {
      // Nothing but its first item can be an anchor: the same window would come again.
      asksForMore = true;
      if (!small) {
        next = Math.max(begun + 1, end - half);
        needs = Mode.KEYS;
      }
    }
    return new WindowPlanner(
        next,
        next == 0 && moved > 0 ? Mode.ROOT : needs,
        begun,
        anchor,
        end,
        !hides && slots == page.items().size(),
        stillMissed,
        FIRST_STEP_BACK,
        asksForMore,
        sendsShortPages);
  }

  /**
   * After a window of which nothing can be read. It breaks the chain of anchors: the next window
   * has to do without, and takes the place of this one if this one began the list.
   */
  WindowPlanner pastHole(FetchedPage<?> page) {
    long next = page.next().offset();
    return new WindowPlanner(
        next,
        root() ? Mode.ROOT : Mode.BLIND,
        next,
        next,
        next,
        /* exact= */ false,
        NONE,
        FIRST_STEP_BACK,
        wide,
        shortPages);
  }

  /** Whether a window that shows nothing is no news: it began where no anchor has to show. */
  boolean mayBeEmpty(FetchedPage<?> page) {
    return mode != Mode.SEARCH && (mode != Mode.ANCHOR || (hopes() && overlapsEnough(page)));
  }

  /** Whether a few items that left would not make the walk miss others. */
  private boolean overlapsEnough(FetchedPage<?> page) {
    long overlap = until - start;
    return page.hasMore()
        ? overlap >= (until - from) / 2
        // The list ends, or has become shorter: nothing lies behind a page that was not full.
        : overlap == 0;
  }

  /**
   * After a window that did not show what it had to, and was therefore not taken.
   *
   * @param given whether all that it shows was given by an earlier leg of this walk: then the list
   *     has moved down, and the anchors lie further on
   */
  WindowPlanner refused(FetchedPage<?> page, boolean given) {
    if (mode == Mode.SEARCH) {
      return searched(given);
    }
    if (mode != Mode.ANCHOR || !hopes()) {
      return mode == Mode.ANCHOR && given ? searched(given) : steppedBack();
    }
    if (page.slots() == 0 && page.hasMore()) {
      long next = Math.max(from + 1, until - Math.max(1, (until - from) / 2));
      return with(next, Mode.BLIND, NONE, back, /* widened= */ true);
    }
    long missed = Math.min(miss, start);
    if (last > from && missed > last) {
      WindowPlanner atLast = with(last, Mode.ANCHOR, missed, back, wide);
      return start == until ? atLast.withShortPages() : atLast;
    }
    // Close in on the anchor's place; at the end the window before is read again, to tell a gap
    // from a shift.
    return with(from + (missed - from) / 2, Mode.ANCHOR, missed, back, /* widened= */ true);
  }

  /** In a still list an anchor would have shown: what the walk knows has moved up. */
  private WindowPlanner steppedBack() {
    long next = Math.max(0, start - back);
    return with(next, next == 0 ? Mode.ROOT : mode, NONE, back * 2, /* widened= */ true);
  }

  private WindowPlanner searched(boolean given) {
    boolean begins = mode != Mode.SEARCH;
    long low = given ? start : last;
    long high = begins ? NONE : given ? miss : start;
    long step = begins ? PageSize.MAX : back * 2;
    if (high - low <= 1) {
      return new WindowPlanner(
              low, Mode.ANCHOR, from, low, until, exact, NONE, step, true, shortPages)
          .steppedBack();
    }
    long next = high == NONE ? low + step : low + (high - low) / 2;
    return new WindowPlanner(
        next, Mode.SEARCH, from, low, until, exact, high, step, true, shortPages);
  }

  private WindowPlanner withShortPages() {
    return new WindowPlanner(start, mode, from, last, until, exact, NONE, back, wide, true);
  }

  private WindowPlanner with(long next, Mode needs, long missed, long step, boolean widened) {
    return new WindowPlanner(
        next, needs, from, last, until, exact, missed, step, wide || widened, shortPages);
  }
}
