package com.ofauth.access.internal.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A list, a way to walk it, and what happens meanwhile. Made from a seed, so that a failure can be
 * run again, and plain data, so that it can be cut down to what matters.
 *
 * <p>The one property-testing library for JUnit is bound to an older platform than ours and is no
 * longer developed; this is all of it that is needed.
 *
 * @param hiddenRun how many items, invisible to the walk, lie between two that it can see: what a
 *     service does that filters after it has cut its page
 */
public record Scenario(
    int items,
    int pageSize,
    int lookAhead,
    int hiddenRun,
    int resumeAfter,
    ReorderDirection reorderDirection,
    List<Change> changes) {

  enum Kind {
    INSERT,
    NEW_AT_END_OF_ACTIVITY,
    REMOVE,
    ACTIVITY
  }

  /** One change, right before a request; its place is a fraction of the list. */
  record Change(int beforeRequest, Kind kind, double place) {}

  static Scenario random(long seed) {
    Random random = new Random(seed);
    int count = random.nextInt(4) == 0 ? random.nextInt(120) : random.nextInt(15);
    return random(random, random.nextInt(120), 1 + random.nextInt(20), count);
  }

  /**
   * A short list, small pages and much change: rare meetings of several changes are likely here.
   */
  static Scenario crowded(long seed) {
    Random random = new Random(seed);
    return random(random, random.nextInt(14), 1 + random.nextInt(4), 2 + random.nextInt(14));
  }

  private static Scenario random(Random random, int items, int pageSize, int count) {
    int requests = 3 + 2 * items / pageSize;
    List<Change> changes = new ArrayList<>();
    int burst = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || random.nextInt(3) > 0) {
        burst = random.nextInt(requests);
      }
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      // Many changes near the head, where the walk has been; some anywhere.
      double place = random.nextBoolean() ? random.nextDouble() : random.nextDouble() * 0.3;
      changes.add(new Change(burst, kind, place));
    }
    return new Scenario(
        items,
        pageSize,
        0,
        0,
        0,
        random.nextBoolean() ? ReorderDirection.TO_HEAD : ReorderDirection.TO_TAIL,
        List.copyOf(changes));
  }

  Scenario withLookAhead(int pages) {
    return new Scenario(items, pageSize, pages, hiddenRun, resumeAfter, reorderDirection, changes);
  }

  Scenario withHiddenRun(int run) {
    return new Scenario(items, pageSize, lookAhead, run, resumeAfter, reorderDirection, changes);
  }

  Scenario resumedAfter(int pages) {
    return new Scenario(items, pageSize, lookAhead, hiddenRun, pages, reorderDirection, changes);
  }

  Scenario withPageSize(int size) {
    return new Scenario(items, size, lookAhead, hiddenRun, resumeAfter, reorderDirection, changes);
  }

  /** Leaves out whatever is not needed for the failure: changes first, then items. */
  Scenario shrink(Predicate<Scenario> fails) {
    Scenario smallest = this;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Scenario candidate : smallest.smallerOnes()) {
        if (fails.test(candidate)) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  private List<Scenario> smallerOnes() {
    List<Scenario> candidates = new ArrayList<>();
    for (int size = Math.max(1, changes.size() / 2); size >= 1 && !changes.isEmpty(); size /= 2) {
      for (int from = 0; from + size <= changes.size(); from += size) {
        List<Change> fewer = new ArrayList<>(changes);
        fewer.subList(from, from + size).clear();
        candidates.add(
            new Scenario(
                items,
                pageSize,
                lookAhead,
                hiddenRun,
                resumeAfter,
                reorderDirection,
                List.copyOf(fewer)));
      }
    }
    for (int less : new int[] {items / 2, items - 5, items - 1}) {
      if (less >= 0 && less < items) {
        candidates.add(
            new Scenario(
                less, pageSize, lookAhead, hiddenRun, resumeAfter, reorderDirection, changes));
      }
    }
    if (pageSize > 1) {
      candidates.add(withPageSize(pageSize - 1));
    }
    return candidates;
  }
}
