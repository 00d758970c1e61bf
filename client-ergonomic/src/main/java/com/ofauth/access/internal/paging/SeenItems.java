package com.ofauth.access.internal.paging;

import com.ofauth.access.internal.util.Fingerprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items were seen, and in which version. An item that is as it was when it was seen last has
 * not moved since, and can serve as an anchor. An item without a version never can.
 */
final class SeenItems {
  /** Kept without gaps at the head, where a closing look meets them. */
  private static final int DENSE_AT_THE_HEAD = 40;

  /** Kept without gaps at the end, where the walk goes on. */
  private static final int DENSE_AT_THE_END = 40;

  /** The same where a copy goes on. */
  static final int DENSE_AT_THE_END_OF_COPIES = 20;

  /** Beyond, each distance that is kept is this many times the one before. */
  private static final double GROWTH = 1.2;

  /**
   * One item as it was seen.
   *
   * @param mark 32 bits for the key and 32 for the version, the latter 0 if it has none
   */
  record SeenItem(long key, long mark) {

    static SeenItem of(long key, @Nullable Object version) {
      long mixed = key * 0x9e3779b97f4a7c15L;
      long keyMark = (mixed ^ (mixed >>> 32)) << 32;
      long hash = version == null ? 0 : Fingerprint.of(version);
      long versionMark = (hash ^ (hash >>> 32)) & 0xffffffffL;
      return new SeenItem(key, keyMark | (version != null && versionMark == 0 ? 1 : versionMark));
    }

    boolean isVersioned() {
      return isVersioned(mark);
    }

    static boolean isVersioned(long mark) {
      return (mark & 0xffffffffL) != 0;
    }

    static long keyMark(long mark) {
      return mark >>> 32;
    }
  }

  /** Also marks that are not the newest of their keys any more. */
  private LongIndex marks = LongIndex.byUpperHalf();

  private long last;

  void add(long mark) {
    if (!isNewest(mark)) {
      marks.append(mark);
    }
    if (SeenItem.isVersioned(mark)) {
      last = mark;
    }
  }

  void addAll(List<SeenItem> seenItems) {
    seenItems.forEach(seenItem -> add(seenItem.mark()));
  }

  /**
   * Takes over the anchors that a later pass has seen; what is known to both counts as that pass
   * has it, and stands before what only this one knows.
   */
  void merge(SeenItems later) {
    last = later.last;
    if (marks.size() == 0 && later.hasOnlyAnchors()) {
      // The pass that is over gives away what it has: two copies would be as large as all else.
      marks = later.marks;
      later.marks = LongIndex.byUpperHalf();
      return;
    }
    LongIndex merged = LongIndex.byUpperHalf();
    for (int i = 0; i < later.marks.size(); i++) {
      if (later.holds(later.marks.get(i))) {
        merged.append(later.marks.get(i));
      }
    }
    for (int i = 0; i < marks.size(); i++) {
      long mark = marks.get(i);
      if (holds(mark) && !later.marks.contains(SeenItem.keyMark(mark))) {
        merged.append(mark);
      }
    }
    marks = merged;
  }

  private boolean hasOnlyAnchors() {
    for (int i = 0; i < marks.size(); i++) {
      if (!holds(marks.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean isEmpty() {
    return marks.size() == 0;
  }

  /** Whether nothing that could be an anchor was seen. */
  boolean hasNoAnchors() {
    return last == 0;
  }

  /** Whether this item was seen, in whatever version. */
  boolean knows(SeenItem seenItem) {
    return marks.contains(SeenItem.keyMark(seenItem.mark()));
  }

  /** Whether the item is as it was when it was seen last, and has a version to tell it by. */
  boolean holds(SeenItem seenItem) {
    return holds(seenItem.mark());
  }

  private boolean holds(long mark) {
    return SeenItem.isVersioned(mark) && isNewest(mark);
  }

  boolean holdsAnyOf(List<SeenItem> seenItems) {
    return seenItems.stream().anyMatch(this::holds);
  }

  boolean knowsAllAsTheyAre(List<SeenItem> seenItems) {
    return seenItems.stream().allMatch(s -> s.isVersioned() ? holds(s) : knows(s));
  }

  /** Whether this is the anchor that was seen last. */
  boolean isLastAnchor(SeenItem seenItem) {
    return last != 0 && seenItem.mark() == last;
  }

  /** The place, in a page, of the anchor that was seen last, or of the last anchor, or -1. */
  int indexOfLastAnchor(List<SeenItem> seenItems) {
    int newest = -1;
    for (int i = seenItems.size() - 1; i >= 0; i--) {
      if (isLastAnchor(seenItems.get(i))) {
        return i;
      }
      if (newest < 0 && holds(seenItems.get(i))) {
        newest = i;
      }
    }
    return newest;
  }

  void clear() {
    marks = LongIndex.byUpperHalf();
    last = 0;
  }

  /**
   * A bounded part of what was seen, as marks: all at the head and at the end, and others at
   * growing distances from both, so that one of them is met wherever a list has shifted to.
   */
  List<Long> summary() {
    return summary(DENSE_AT_THE_HEAD, DENSE_AT_THE_END);
  }

  /** The same for a walk that won't look at the head again. */
  List<Long> summaryOfTheEnd() {
    return summary(0, DENSE_AT_THE_END_OF_COPIES);
  }

  private List<Long> summary(int head, int end) {
    LongIndex summary = LongIndex.byValue();
    int size = marks.size();
    int tail = tailWith(end);
    for (int index : Spread.indexes(size, head, tail, GROWTH)) {
      boolean isInTail = index >= size - tail;
      // A mark at the head can be older than one in the middle: only what still holds is worth
      // keeping. Without a version it is no anchor, but at the end it tells that the item was
      // given.
      while (index < size && !(isInTail ? isNewest(marks.get(index)) : holds(marks.get(index)))) {
        index++;
      }
      if (index < size) {
        summary.add(marks.get(index));
      }
    }
    return summary.toList();
  }

  /** How many marks at the end hold so many anchors; at most twice as many. */
  private int tailWith(int anchors) {
    int tail = 0;
    int size = marks.size();
    for (int found = 0; tail < size && tail < 2 * anchors && found < anchors; tail++) {
      found += holds(marks.get(size - 1 - tail)) ? 1 : 0;
    }
    return tail;
  }

  private boolean isNewest(long mark) {
    int place = marks.place(SeenItem.keyMark(mark));
    return place >= 0 && marks.get(place) == mark;
  }
}
