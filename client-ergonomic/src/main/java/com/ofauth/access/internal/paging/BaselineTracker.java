package com.ofauth.access.internal.paging;

import com.ofauth.access.internal.paging.Baseline.Entry;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers, while a list is walked from its head, what a later poll for news starts from: the items
 * of the first window, and deeper ones below an item that had not moved since. What is given later,
 * because it moved, is only known. Copied for each window, since checkpoints keep their moment.
 */
final class BaselineTracker {
  private static final int DENSE = 40;
  private static final int MAX_KNOWN = 40;

  private final List<Entry> kept = new ArrayList<>();
  private final List<Long> known = new ArrayList<>();

  /** Whether the first pass from the head is still under way. */
  private boolean open;

  private boolean complete;
  private boolean mayRepeat;
  private boolean lost;
  private long depth;
  private double next;
  private int gap;

  /** Of {@link #kept} and {@link #gap}, what earlier legs have added. */
  private int keptBefore;

  private int gapBefore;

  private BaselineTracker() {}

  static BaselineTracker resume(WalkState state, boolean open) {
    BaselineTracker tracker = new BaselineTracker();
    Baseline baseline = state.baseline();
    tracker.open = open;
    tracker.complete = baseline.complete();
    for (Entry entry : baseline.entries()) {
      if (!entry.joins() && tracker.kept.isEmpty()) {
        tracker.known.add(entry.mark());
      } else {
        tracker.kept.add(entry);
        tracker.depth += entry.gap() + 1;
      }
    }
    tracker.gap = baseline.below();
    tracker.depth += tracker.gap;
    tracker.mayRepeat = baseline.mayRepeat();
    tracker.lost = baseline.lost();
    tracker.next = (double) tracker.depth * Baseline.GROWTH;
    tracker.keptBefore = tracker.kept.size();
    tracker.gapBefore = tracker.gap;
    return tracker;
  }

  BaselineTracker copy() {
    BaselineTracker copy = new BaselineTracker();
    copy.kept.addAll(kept);
    copy.known.addAll(known);
    copy.open = open;
    copy.complete = complete;
    copy.mayRepeat = mayRepeat;
    copy.lost = lost;
    copy.depth = depth;
    copy.next = next;
    copy.gap = gap;
    copy.keptBefore = keptBefore;
    copy.gapBefore = gapBefore;
    return copy;
  }

  /**
   * An item that was given.
   *
   * @param mark of the item
   * @param below whether it stands below an item that had not moved, or begins the list
   */
  record Found(long mark, boolean below) {}

  /** An item was given, after all others that were added. */
  void add(Found found) {
    if (!open || !found.below()) {
      know(found.mark());
    } else if (kept.size() < DENSE || depth >= next) {
      kept.add(new Entry(found.mark(), SeenItem.isVersioned(found.mark()), gap));
      next = (double) depth * Baseline.GROWTH;
      gap = 0;
      depth++;
    } else {
      gap++;
      depth++;
      complete = false;
    }
  }

  /** The first pass has ended: what is given from now on has moved. */
  void close() {
    open = false;
  }

  boolean isOpen() {
    return open;
  }

  /** What this leg has added stands above an item of an earlier one: it is known, and no more. */
  void unsettle() {
    mayRepeat |= gap > gapBefore;
    for (int last = kept.size() - 1; last >= keptBefore; last--) {
      Entry entry = kept.remove(last);
      mayRepeat |= entry.gap() > (last == keptBefore ? gapBefore : 0);
      know(entry.mark());
    }
    gap = gapBefore;
  }

  /** Whether this was given after it had moved, and is as it was. */
  boolean knows(long mark) {
    return known.contains(mark);
  }

  private void know(long mark) {
    known.add(0, mark);
    if (known.size() > MAX_KNOWN) {
      known.remove(MAX_KNOWN);
      mayRepeat = true;
    }
  }

  /** A copy can give again what it has given. */
  void mayRepeat() {
    mayRepeat = true;
  }

  /** A copy begins anew, since nothing that it had seen is left: it gives all once more. */
  void beginAnew() {
    kept.clear();
    known.clear();
    mayRepeat = true;
    complete = true;
    depth = 0;
    next = 0;
    gap = 0;
    keptBefore = 0;
    gapBefore = 0;
  }

  /**
   * The baseline of this moment.
   *
   * @param ended whether the first pass has reached the end of the list
   */
  Baseline baseline(boolean ended) {
    List<Entry> entries = new ArrayList<>(known.size() + kept.size());
    known.forEach(mark -> entries.add(new Entry(mark, false, 0)));
    entries.addAll(kept);
    return new Baseline(entries, gap, ended, complete, mayRepeat, lost);
  }
}
