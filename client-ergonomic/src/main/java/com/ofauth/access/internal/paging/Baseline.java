package com.ofauth.access.internal.paging;

import java.util.ArrayList;
import java.util.List;

/**
 * What a poll for news compares the head of a list with: items as they were seen, in the order of
 * the list, without gaps at the head and with growing gaps below. Whatever stands below an item
 * that joins and is as it was, is settled.
 *
 * @param entries from the head downwards
 * @param below how many items below the last entry were left out
 * @param ended whether the walk that it comes from has read the list to its end
 * @param complete whether all items that were seen are among the entries
 * @param mayRepeat whether news from a gap may have been given before
 * @param lost whether no entry was left at some time, so that everything was given
 */
record Baseline(
    List<Entry> entries,
    int below,
    boolean ended,
    boolean complete,
    boolean mayRepeat,
    boolean lost) {
  static final Baseline NONE = new Baseline(List.of(), 0, false, true, false, false);

  /** Kept without gaps. */
  static final int DENSE = 256;

  static final double GROWTH = 1.15;

  /**
   * One item.
   *
   * @param mark its key and version
   * @param joins whether what stands below it is settled; else it is only known, and no news
   * @param gap how many items between the entry above and this one were left out
   */
  record Entry(long mark, boolean joins, int gap) {}

  /** Bounds the number of entries: all up to a depth, and then one for each larger distance. */
  Baseline compact(int dense) {
    List<Entry> kept = new ArrayList<>();
    long depth = 0;
    double next = 0;
    int gap = 0;
    for (Entry entry : entries) {
      depth += entry.gap();
      gap += entry.gap();
      if (kept.size() < dense || depth >= next) {
        kept.add(new Entry(entry.mark(), entry.joins(), gap));
        next = (double) depth * GROWTH;
        gap = 0;
      } else {
        gap++;
      }
      depth++;
    }
    return new Baseline(
        List.copyOf(kept),
        below + gap,
        ended,
        complete && kept.size() == entries.size(),
        mayRepeat,
        lost);
  }
}
