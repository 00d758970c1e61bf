package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.api.PageSize;
import com.ofauth.access.internal.paging.Baseline.Entry;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One poll for news: reads the list from its head down to what a baseline knows. What it finds, and
 * why nothing is lost, is told in {@code docs/changes.md}; in short: whatever stands below an item
 * that is as it was, is settled, since activity moves items above it. The news is given from the
 * bottom up, so that what was given is at each moment a baseline itself.
 *
 * <p>For one thread at a time. A request that fails changes nothing: {@link #step()} can be called
 * again.
 */
final class NewsPoll<T> implements Poll<T> {
  private static final int MAX_FRUITLESS = 64;
  private static final int MAX_EMPTY = 1_000;
  private static final int MAX_LOOKS_THAT_DO_NOT_SHRINK = 3;
  private static final int MOST_THAT_MAY_HAVE_LEFT = 5;

  /** One item as it was seen. */
  private record Seen<T>(T item, SeenItem seenItem) {}

  private final PageSource<T> source;
  private final WalkPlan<T> plan;
  private final Baseline since;
  private final int window;

  /** The places in the baseline of all that it knows, by mark and by key. */
  private final Map<Long, Integer> rankOfMark = new HashMap<>();

  private final Map<Long, Integer> rankOfKey = new HashMap<>();

  /** Marks of items below which all is settled, or was seen by an earlier pass. */
  private final Set<Long> before = new HashSet<>();

  private final Set<Long> settled = new HashSet<>();
  private final Set<Long> stale = new HashSet<>();
  private List<Seen<T>> merged = new ArrayList<>();

  // This pass.
  private final SeenItems own = new SeenItems();
  private List<Seen<T>> pass = new ArrayList<>();
  private WindowPlanner planner = WindowPlanner.at(0).fromHead(true);
  private int windows;
  private boolean joinedHere;

  private int passes;
  private int windowsBefore = Integer.MAX_VALUE;
  private int notShrinking;
  private int fruitless;
  private int empty;
  private int holes;
  private boolean done;
  private boolean whole;
  private boolean cutShort;
  private boolean mayRepeat;
  private boolean lost;

  NewsPoll(WalkPlan<T> plan, PageSource<T> source, Baseline since) {
    this(plan, source, since, PageSize.MAX);
  }

  /** A poll whose windows have another size, 2 or more. */
  NewsPoll(WalkPlan<T> plan, PageSource<T> source, Baseline since, int window) {
    this.window = window;
    this.plan = plan;
    this.source = source;
    this.since = since;
    this.mayRepeat = since.mayRepeat();
    this.lost = since.lost();
    for (int rank = 0; rank < since.entries().size(); rank++) {
      Entry entry = since.entries().get(rank);
      rankOfMark.put(entry.mark(), rank);
      rankOfKey.put(SeenItem.keyMark(entry.mark()), rank);
      if (entry.joins() && SeenItem.isVersioned(entry.mark())) {
        before.add(entry.mark());
      }
    }
  }

  @Override
  public News<T> result() {
    while (!done) {
      step();
    }
    return news();
  }

  /** Reads one window. */
  void step() {
    boolean root = planner.root();
    FetchedPage<T> page =
        PageValidator.check(
            source.fetch(PageRequest.atOffset(planner.start(), window), /* fresh= */ true));
    holes = page.holes(holes);
    if (page.hole() && page.hasMore()) {
      planner = planner.pastHole(page);
      return;
    }
    List<SeenItem> seenItems = page.items().stream().map(plan::sight).toList();
    if (!mayBeTaken(page, seenItems)) {
      planner = planner.refused(page, /* given= */ false);
      countFruitless(page);
      return;
    }
    take(page, seenItems, root);
  }

  private boolean mayBeTaken(FetchedPage<T> page, List<SeenItem> seenItems) {
    if (seenItems.isEmpty()) {
      return planner.mayBeEmpty(page);
    }
    return switch (planner.mode()) {
      case ROOT, BLIND -> true;
      case ANCHOR, SEARCH -> own.holdsAnyOf(seenItems);
      case KEYS -> own.holdsAnyOf(seenItems) || own.knows(seenItems.get(0));
    };
  }

  private void take(FetchedPage<T> page, List<SeenItem> seenItems, boolean root) {
    windows++;
    int anchor = own.indexOfLastAnchor(seenItems);
    long moved = planner.movedUp(page, anchor);
    if (root && seenItems.stream().noneMatch(this::isSeen)) {
      // All that this pass has seen was pushed down: it is read again.
      pass.clear();
      own.clear();
    }
    boolean ledFurther = insert(page.items(), seenItems);
    dropWhatIsGoneBetween(seenItems);
    joinedHere = joins(seenItems);
    own.addAll(seenItems);
    int last = seenItems.size() - 1;
    while (last >= 0 && !seenItems.get(last).isVersioned()) {
      last--;
    }
    int lastSlot = last >= 0 && last == seenItems.size() - 1 ? page.beforeLastReadable() : last;
    boolean wholeList = page.position().offset() == 0 && !page.hasMore();
    if (joinedHere || !page.hasMore()) {
      endPass(page, (root && joinedHere) || wholeList);
    } else {
      planner = planner.taken(page, PageSize.MAX, lastSlot, ledFurther, moved);
      if (ledFurther) {
        fruitless = 0;
        empty = 0;
      } else {
        countFruitless(page);
      }
    }
  }

  /**
   * What stood between items of a window, and is not in it, was pushed further down and is read
   * again, has moved to the head, or is gone.
   */
  private void dropWhatIsGoneBetween(List<SeenItem> seenItems) {
    if (seenItems.isEmpty()) {
      return;
    }
    Set<Long> there = new HashSet<>();
    seenItems.forEach(seenItem -> there.add(seenItem.mark()));
    int from = placeOf(seenItems.get(0).mark());
    int to = placeOf(seenItems.get(seenItems.size() - 1).mark());
    if (from < to
        && pass.subList(from, to).removeIf(seen -> !there.contains(seen.seenItem().mark()))) {
      own.clear();
      pass.forEach(seen -> own.add(seen.seenItem().mark()));
    }
  }

  private boolean isSeen(SeenItem seenItem) {
    return seenItem.isVersioned() ? own.holds(seenItem) : own.knows(seenItem);
  }

  /** Puts what this pass has not seen where it stands among what it has. */
  private boolean insert(List<T> items, List<SeenItem> seenItems) {
    boolean unseenBelow = false;
    for (int i = 0; i < items.size(); i++) {
      SeenItem seenItem = seenItems.get(i);
      if (isSeen(seenItem)) {
        continue;
      }
      if (own.knows(seenItem)) {
        long key = SeenItem.keyMark(seenItem.mark());
        pass.removeIf(seen -> SeenItem.keyMark(seen.seenItem().mark()) == key);
      }
      int at = pass.size();
      for (int next = i + 1; next < seenItems.size() && at == pass.size(); next++) {
        if (own.holds(seenItems.get(next))) {
          at = placeOf(seenItems.get(next).mark());
        }
      }
      unseenBelow |= at == pass.size();
      pass.add(at, new Seen<>(items.get(i), seenItem));
    }
    return unseenBelow;
  }

  private int placeOf(long mark) {
    for (int i = pass.size() - 1; i >= 0; i--) {
      if (pass.get(i).seenItem().mark() == mark) {
        return i;
      }
    }
    return pass.size();
  }

  /**
   * Whether all that is new stands above the lowest known item of this window. One known item is no
   * proof, since it can be pinned above what moves.
   */
  private boolean joins(List<SeenItem> seenItems) {
    List<SeenItem> versioned = seenItems.stream().filter(SeenItem::isVersioned).toList();
    if (versioned.isEmpty()) {
      return false;
    }
    int from = Math.max(0, versioned.size() - 2);
    if (versioned.subList(from, versioned.size()).stream().allMatch(this::isBefore)) {
      return true;
    }
    int known = 0;
    int lowest = -1;
    for (int i = 0; i < versioned.size(); i++) {
      if (isBefore(versioned.get(i))) {
        known++;
        lowest = i;
      }
    }
    if (known < 2 || knownBelow(rank(versioned.get(lowest))) > MOST_THAT_MAY_HAVE_LEFT) {
      return false;
    }
    // Where all that was seen is known, what is unknown is new.
    return versioned.subList(lowest + 1, versioned.size()).stream()
        .noneMatch(seenItem -> since.complete() ? !isKnown(seenItem) : isNewVersion(seenItem));
  }

  /**
   * How many items the baseline knows right below this one. If they are not there any more, either
   * they left, or what stands above is pinned and they were pushed down.
   */
  private int knownBelow(int rank) {
    int below = rank + 1;
    while (below < since.entries().size() && since.entries().get(below).gap() == 0) {
      below++;
    }
    return below - rank - 1;
  }

  private boolean isBefore(SeenItem seenItem) {
    return before.contains(seenItem.mark());
  }

  private int rank(SeenItem seenItem) {
    return rankOfMark.getOrDefault(seenItem.mark(), -1);
  }

  private boolean isNewVersion(SeenItem seenItem) {
    return rankOfKey.containsKey(SeenItem.keyMark(seenItem.mark()))
        && !rankOfMark.containsKey(seenItem.mark());
  }

  private boolean isKnown(SeenItem seenItem) {
    return seenItem.isVersioned()
        ? rankOfMark.containsKey(seenItem.mark())
        : rankOfKey.containsKey(SeenItem.keyMark(seenItem.mark()));
  }

  private void endPass(FetchedPage<T> page, boolean oneSlice) {
    whole |= !page.hasMore();
    if (!joinedHere && !since.complete()) {
      // Nothing tells where the news ends.
      lost = true;
      settled.clear();
    } else {
      judgeGaps();
    }
    boolean anchors = !own.hasNoAnchors();
    merge();
    passes++;
    // Where nothing has a version, a look proves nothing.
    done = oneSlice || !anchors;
    if (!done && windows >= windowsBefore && ++notShrinking > MAX_LOOKS_THAT_DO_NOT_SHRINK) {
      cutShort = true;
      done = true;
    }
    windowsBefore = windows;
    windows = 0;
    own.clear();
    pass = new ArrayList<>();
    planner = planner.fromHead(true);
  }

  /**
   * What is unknown between two items that are as they were was left out of the baseline, unless it
   * left out nothing there. What is unknown above the first of them can have been left out too.
   */
  private void judgeGaps() {
    int first = firstReliable();
    if (since.complete() || first < 0) {
      return;
    }
    int rankAbove = rank(pass.get(first).seenItem());
    boolean unknownAbove = pass.subList(0, first).stream().anyMatch(s -> !isKnown(s.seenItem()));
    mayRepeat |= unknownAbove && gapBetween(-1, rankAbove);
    for (int i = first + 1; i < pass.size(); i++) {
      SeenItem seenItem = pass.get(i).seenItem();
      if (isBefore(seenItem)) {
        rankAbove = Math.max(rankAbove, rank(seenItem));
      } else if (!isKnown(seenItem) && gapBetween(rankAbove, rankBelow(i))) {
        settled.add(seenItem.mark());
      }
    }
  }

  /** The first known item that is not pinned: nothing that has moved stands below it. */
  private int firstReliable() {
    int first = -1;
    for (int i = pass.size() - 1; i >= 0; i--) {
      SeenItem seenItem = pass.get(i).seenItem();
      if (isNewVersion(seenItem)) {
        return first;
      }
      if (isBefore(seenItem)) {
        first = i;
      }
    }
    return first;
  }

  private int rankBelow(int from) {
    for (int i = from + 1; i < pass.size(); i++) {
      if (isBefore(pass.get(i).seenItem())) {
        return rank(pass.get(i).seenItem());
      }
    }
    return since.entries().size();
  }

  private boolean gapBetween(int above, int below) {
    if (below >= since.entries().size()) {
      return true;
    }
    for (int rank = above + 1; rank <= below; rank++) {
      if (since.entries().get(rank).gap() > 0) {
        return true;
      }
    }
    return false;
  }

  private void merge() {
    Set<Long> keys = new HashSet<>();
    for (Seen<T> seen : pass) {
      keys.add(SeenItem.keyMark(seen.seenItem().mark()));
      if (seen.seenItem().isVersioned()) {
        before.add(seen.seenItem().mark());
      }
    }
    int lowestMet = lowestMet();
    List<Seen<T>> result = new ArrayList<>(pass);
    for (int i = 0; i < merged.size(); i++) {
      Seen<T> old = merged.get(i);
      if (!keys.contains(SeenItem.keyMark(old.seenItem().mark()))) {
        result.add(old);
        if (i < lowestMet) {
          // It stood above something that is still there, and is gone.
          stale.add(old.seenItem().mark());
          before.remove(old.seenItem().mark());
        }
      }
    }
    pass.forEach(seen -> stale.remove(seen.seenItem().mark()));
    merged = result;
  }

  /**
   * Where the lowest item of this pass stood that an earlier pass has seen as it is, or -1. Others
   * may have been pinned above it since. What was gone meanwhile does not stand where it stood.
   */
  private int lowestMet() {
    Map<Long, Integer> places = new HashMap<>();
    for (int place = 0; place < merged.size(); place++) {
      places.put(merged.get(place).seenItem().mark(), place);
    }
    for (int i = pass.size() - 1; i >= 0; i--) {
      long mark = pass.get(i).seenItem().mark();
      Integer place = stale.contains(mark) ? null : places.get(mark);
      if (place != null) {
        return place;
      }
    }
    return -1;
  }

  private void countFruitless(FetchedPage<T> page) {
    boolean shows = !page.items().isEmpty();
    if (shows ? ++fruitless > MAX_FRUITLESS : ++empty > MAX_EMPTY) {
      throw page.failure(
          "The poll for news leads nowhere: "
              + (shows ? MAX_FRUITLESS : MAX_EMPTY)
              + " pages in a row brought nothing new");
    }
  }

  private News<T> news() {
    if (passes == 1 && !merged.isEmpty() && before.isEmpty()) {
      throw bridge()
          .paging(
              FailureDetails.of(
                      "No item of the list has a version that tells new activity: its changes can't be told")
                  .lasting());
    }
    List<T> items = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int place = merged.size() - 1; place >= 0; place--) {
      SeenItem seenItem = merged.get(place).seenItem();
      if (!isKnown(seenItem) && !settled.contains(seenItem.mark())) {
        items.add(merged.get(place).item());
        places.add(place);
      }
    }
    return new News<>(items, cutShort, mayRepeat, lost, given -> baseline(given, places));
  }

  /** What the next poll starts from once so many of the news were handled. */
  private Baseline baseline(int given, List<Integer> places) {
    if (given == 0 && !places.isEmpty()) {
      return since;
    }
    boolean all = given == places.size();
    int lastGiven = all ? -1 : places.get(given - 1);
    Set<Integer> open = new HashSet<>(places.subList(given, places.size()));
    Set<Long> keys = new HashSet<>();
    List<Entry> entries = new ArrayList<>();
    // Of the lowest known item: one above it can have been far below before it was pinned.
    int deepest = -1;
    for (int place = 0; place < merged.size(); place++) {
      SeenItem seenItem = merged.get(place).seenItem();
      int rank = rank(seenItem);
      deepest = rank < 0 ? deepest : rank;
      keys.add(SeenItem.keyMark(seenItem.mark()));
      if (!open.contains(place) && !stale.contains(seenItem.mark())) {
        entries.add(new Entry(seenItem.mark(), seenItem.isVersioned() && place >= lastGiven, 0));
      }
    }
    int gap = 0;
    for (int rank = deepest + 1; rank < since.entries().size(); rank++) {
      Entry entry = since.entries().get(rank);
      gap += entry.gap();
      if (!keys.contains(SeenItem.keyMark(entry.mark()))) {
        entries.add(new Entry(entry.mark(), entry.joins(), gap));
        gap = 0;
      }
    }
    return new Baseline(
            entries,
            since.below(),
            true,
            since.complete() || whole,
            !all && mayRepeat,
            !all && lost)
        .compact(Baseline.DENSE);
  }

  /** The baseline of one window at the head. */
  static <T> Baseline first(FetchedPage<T> page, WalkPlan<T> plan) {
    List<Entry> entries =
        page.items().stream()
            .map(plan::sight)
            .map(s -> new Entry(s.mark(), s.isVersioned(), 0))
            .toList();
    return new Baseline(entries, 0, true, !page.hasMore(), false, false);
  }

  /** The news of a poll, and what a poll after each of them starts from. */
  record News<T>(List<T> items, boolean cutShort, boolean mayRepeat, boolean lost, After after) {}

  /** The baseline once so many of the news were handled. */
  interface After {
    Baseline baseline(int given);
  }
}
