package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.UndecodableItemsException;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.api.FailureDetails;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The items that a walk has left out, each counted once however often it is met: for the pages,
 * which tell them, for the checkpoints, and for the end of the walk.
 */
final class LeftOut {
  private static final int MAX_KEPT = 100;

  /** How many characters of JSON are kept for the end of the walk. */
  private static final long MAX_TEXT = 8 << 20;

  /** Another leg meets again what stands at the head, and what was met last. */
  private static final int KEPT_AT_THE_HEAD = 60;

  /**
   * What a checkpoint holds of it.
   *
   * @param count how many items were left out, and have still to be told by an exception
   * @param marks what some of them are known by, when another leg meets them again
   */
  record Count(long count, List<Integer> marks) {
    static final Count NONE = new Count(0, List.of());

    static final int MAX_MARKS = MAX_KEPT;

    /** The same, once it was told. */
    Count told() {
      return new Count(0, marks);
    }
  }

  /** Whether the end tells them: not if each is reported, or if there is no end. */
  private final boolean counts;

  private final Set<Integer> before;
  private final LongIndex met = LongIndex.byValue();
  private final List<UndecodableItem> first = new ArrayList<>(0);
  private long textKept;
  private List<UndecodableItem> untold = new ArrayList<>(0);
  private Count count;
  private @Nullable UndecodableItemsException end;

  LeftOut(Count count, boolean counts) {
    this.count = count;
    this.counts = counts;
    this.before = new HashSet<>(count.marks());
  }

  /** Takes what a page has left out. */
  void meet(FetchedPage<?> page) {
    for (UndecodableItem item : page.broken()) {
      long identity = DeviationReport.identity(page, item);
      if (met.add(identity)) {
        untold.add(item);
        int mark = (int) (identity ^ (identity >>> 32));
        if (counts && !before.contains(mark)) {
          add(item, mark);
        }
      }
    }
  }

  private void add(UndecodableItem item, int mark) {
    if (first.size() < MAX_KEPT) {
      textKept += item.rawText().map(String::length).orElse(0);
      first.add(
          textKept <= MAX_TEXT
              ? item
              : new UndecodableItem(item.offset(), item.reason(), /* rawText= */ null));
    }
    List<Integer> marks = new ArrayList<>(count.marks());
    if (marks.size() == MAX_KEPT) {
      marks.remove(KEPT_AT_THE_HEAD);
    }
    marks.add(mark);
    count = new Count(count.count() + 1, List.copyOf(marks));
  }

  Count count() {
    return count;
  }

  /** What was met since the last call, for the next page. */
  List<UndecodableItem> untold() {
    List<UndecodableItem> items = untold;
    untold = new ArrayList<>(0);
    return items;
  }

  /**
   * To be called at the end of the list.
   *
   * @param checkpoint gives how far the walk has come; asked once these items count as told
   * @throws UndecodableItemsException if something was left out, and was not reported
   */
  void end(Supplier<Checkpoint> checkpoint) {
    if (end == null && counts && count.count() > 0) {
      FailureDetails failure = FailureDetails.of(message());
      end = bridge().undecodableItems(failure, count.count(), first);
      count = count.told();
      failure.attachCheckpoint(checkpoint.get().toString());
    }
    if (end != null) {
      throw end;
    }
  }

  private String message() {
    String example = first.isEmpty() ? "" : " (for one: " + first.get(0).reason() + ")";
    return "The list was read to its end, but %d of its items could not be decoded and %s left out%s: all others were given"
        .formatted(count.count(), count.count() == 1 ? "was" : "were", example);
  }
}
