package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.api.PageSize;
import com.ofauth.access.internal.paging.BaselineTracker.Found;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks a list by overlapping windows and keeps the promise of {@link PagingMode#EXACTLY_ONCE}.
 * What the promise is, and why this keeps it and ends, is told in {@code docs/paging.md}; in short:
 *
 * <ol>
 *   <li>A window is taken only if it begins where the list does or shows an anchor: an item that
 *       this pass has seen in the same version. Whatever stays in its place lies either before the
 *       anchor, and was given, or behind it, and is in the window or still to come. Else the walk
 *       steps back until an anchor shows.
 *   <li>An item is given once, by key.
 *   <li>Where activity moves items to the head, the walk ends only with a look at the head whose
 *       last two items have not moved since they were seen. All that moved lies above them. A look
 *       that needs several windows is a pass of its own, and is followed by another look.
 * </ol>
 */
final class ExactlyOnceWalk<T> implements Walk<T> {
  private static final int MAX_LOOKS = 50;
  private static final int MAX_EMPTY_PAGES = 1_000;

  private final WalkPlan<T> plan;
  private final PageSource<T> source;
  private final DeliveredKeys given = new DeliveredKeys();

  /**
   * Whether this copies a list, in bounded checkpoints: what moves is left to the poll after it.
   */
  private final boolean copies;

  /** Whether the keys of what earlier legs gave are not known: anchors alone tell what is new. */
  private final boolean byAnchors;

  /** Seen by this pass. */
  private final SeenItems seen = new SeenItems();

  /** Seen by earlier passes, which have read all that lies behind these items. */
  private final SeenItems seenBefore = new SeenItems();

  /** What a poll for news can start from once this walk has come to its end. */
  private BaselineTracker baseline;

  private final Deque<Page<T>> ready = new ArrayDeque<>();

  /** Whether an earlier leg has given items, and this one has not yet found its place. */
  private boolean resumed;

  /** Whether this pass has met what can have moved past a walk that knows no keys. */
  private boolean leftForTheLook;

  /** The anchors of earlier legs of this pass. */
  private final Set<Long> earlier = new HashSet<>();

  /** Whether this leg, before it has found its place, has met something that was not given. */
  private boolean leftWasSeen;

  private final boolean goesOn;

  /** What an earlier leg of a copy has given last, without gaps; empty if that was all. */
  private Set<Long> withoutGaps;

  private WindowPlanner planner;
  private boolean closing;
  private int asked;
  private boolean fresh;
  private boolean finished;
  private boolean endReached;
  private final LeftOut leftOut;

  /** What was left out before the window that is read now. */
  private LeftOut.Count leftOutBefore;

  /**
   * Whether the last item of each window is given only with the next one: where readers make items
   * leave, it is the one anchor that they can't have touched.
   */
  private boolean holdsBack;

  private @Nullable T held;

  /** Where to resume, if that is not behind the last window. */
  private @Nullable Supplier<Checkpoint> resumePoint;

  /**
   * The moment behind the last window, until something changes that a moment tells: the next window
   * begins with it, and most of what a page keeps is there once.
   */
  private @Nullable Moment<T> latest;

  private boolean passEnded;

  /** The window before this one began the list, and seems to have shown all of it. */
  private boolean shownWhole;

  private long left;
  private int looks;
  private int fruitless;

  /** Where the first of these pages began. */
  private long fruitlessFrom;

  private int emptyPages;
  private int holes;

  ExactlyOnceWalk(WalkPlan<T> plan, PageSource<T> source) {
    this.plan = plan;
    this.source = source;
    this.left = plan.maxItems();
    WalkState state = plan.begin();
    state.given().forEach(given::add);
    this.goesOn = given.size() > 0;
    this.resumed = goesOn;
    this.copies = plan.copies();
    this.byAnchors = copies || state.compact();
    this.leftOut = plan.leftOut();
    this.leftOutBefore = leftOut.count();
    this.baseline =
        BaselineTracker.resume(state, !state.closing() && !state.anew() && tracksNews());
    this.closing = state.closing();
    this.endReached = closing;
    this.planner = closing ? state.planner().fromHead(true) : state.planner();
    state.anchors().forEach((closing ? seenBefore : seen)::add);
    if (!closing) {
      earlier.addAll(state.anchors());
    }
    this.withoutGaps = copies ? withoutGaps(state.anchors()) : Set.of();
  }

  @Override
  public @Nullable Page<T> next() {
    try {
      while (ready.isEmpty() && !finished) {
        step();
      }
    } catch (OfAuthException e) {
      bridge().failure(e).attachCheckpoint(checkpoint().toString());
      throw e;
    }
    Page<T> page = ready.poll();
    if (page == null && left > 0) {
      leftOut.end(this::checkpoint);
    }
    return page;
  }

  /** Whether the list ends where this walk goes on, with nothing left to give. */
  boolean endsHere() {
    try {
      while (ready.isEmpty() && !finished && !endReached) {
        step();
      }
      return ready.isEmpty();
    } catch (OfAuthException e) {
      bridge().failure(e).attachCheckpoint(checkpoint().toString());
      throw e;
    }
  }

  @Override
  public Page<T> first() {
    try {
      FetchedPage<T> fetched = step();
      while (ready.isEmpty() && given.size() > 0 && !finished) {
        fetched = step();
      }
      return ready.isEmpty() ? empty(fetched) : ready.remove();
    } catch (OfAuthException e) {
      bridge().failure(e).attachCheckpoint(checkpoint().toString());
      throw e;
    }
  }

  private Page<T> empty(FetchedPage<T> fetched) {
    Checkpoint reached = checkpoint();
    return fetched.toPage(List.of(), /* first= */ true, leftOut.untold(), i -> reached);
  }

  @Override
  public void close() {
    source.close();
  }

  @Override
  public Checkpoint checkpoint() {
    Supplier<Checkpoint> point = resumePoint;
    return point == null ? moment(leftOut.count()).after(keys()) : point.get();
  }

  /** Where the copy of a list goes on with what is new; only at its end. */
  Baseline baseline() {
    return baseline.baseline(endReached);
  }

  private DeliveredKeys.Snapshot keys() {
    return copies ? DeliveredKeys.Snapshot.NONE : given.snapshot();
  }

  private boolean tracksNews() {
    return plan.reorderDirection() == ReorderDirection.TO_HEAD && plan.floor() == 0;
  }

  /** What a checkpoint of this moment holds, but for the keys, of which more can be given. */
  private Moment<T> moment(LeftOut.Count leftOut) {
    Moment<T> same = latest;
    if (same != null
        && same.planner.equals(planner)
        && same.ended == endReached
        && same.leftOut.equals(leftOut)) {
      return same;
    }
    List<Long> anchors =
        closing ? seenBefore.summary() : copies ? seen.summaryOfTheEnd() : seen.summary();
    return new Moment<>(
        plan, planner, closing, endReached, leftOut, anchors, baseline.copy(), byAnchors);
  }

  private record Moment<T>(
      WalkPlan<T> plan,
      WindowPlanner planner,
      boolean closing,
      boolean ended,
      LeftOut.Count leftOut,
      List<Long> anchors,
      BaselineTracker baseline,
      boolean compact) {

    Checkpoint after(DeliveredKeys.Snapshot keys) {
      return checkpoint(planner, anchors, baseline, keys);
    }

    /**
     * In the middle of a window, which has to be read once more. Its first items are anchors by
     * now, but not in a look: what moved stands below them.
     *
     * @param read the marks of the items of the window that were given, and of those between them
     * @param news those that were given
     */
    Checkpoint within(DeliveredKeys.Snapshot keys, List<Long> read, List<Found> news) {
      Set<Long> all = new LinkedHashSet<>(anchors);
      if (!closing) {
        all.addAll(read);
      }
      BaselineTracker more = baseline.copy();
      news.forEach(more::add);
      return checkpoint(planner.readAgain(), List.copyOf(all), more, keys);
    }

    private Checkpoint checkpoint(
        WindowPlanner next,
        List<Long> marks,
        BaselineTracker tracker,
        DeliveredKeys.Snapshot keys) {
      return plan.checkpoint(
          new WalkState(
              next,
              null,
              closing,
              /* anew= */ !tracker.isOpen(),
              leftOut,
              marks,
              tracker.baseline(ended),
              keys,
              compact));
    }
  }

  private FetchedPage<T> step() {
    if (looks > MAX_LOOKS) {
      throw bridge()
          .paging(
              FailureDetails.of(
                  "The list changes faster than it can be read: after "
                      + MAX_LOOKS
                      + " looks its head still shows only new activity"));
    }
    boolean root = planner.root();
    PageRequest position = position();
    asked = position.limit();
    FetchedPage<T> page =
        PageValidator.check(
            source.fetch(position, root || planner.mode() == WindowPlanner.Mode.BLIND || fresh));
    fresh = false;
    leftOutBefore = leftOut.count();
    leftOut.meet(page);
    holes = page.holes(holes);
    if (page.hole()) {
      passHole(page, root);
      return page;
    }
    List<SeenItem> seenItems = page.items().stream().map(plan::sight).toList();
    if (!mayBeTaken(page, seenItems)) {
      planner = planner.refused(page, resumed && isBeforeThePlace(seenItems));
      countFruitless(page);
    } else if (plan.reorderDirection() == ReorderDirection.TO_TAIL
        && !page.hasMore()
        && page.ahead()) {
      // What moved to the tail since this page was fetched would be missed: the last page has to be
      // read last.
      fresh = true;
      countFruitless(page);
    } else {
      take(page, seenItems, root);
    }
    return page;
  }

  /**
   * Whether a window shows only what an earlier leg gave, so that the walk goes on further down.
   * Where activity moves items to the tail, such a window can also lie behind all that is left.
   */
  private boolean isBeforeThePlace(List<SeenItem> seenItems) {
    boolean allGiven = seenItems.stream().allMatch(s -> given.contains(s.key()));
    leftWasSeen |= !allGiven;
    return allGiven
        && !seenItems.isEmpty()
        && (leftWasSeen || plan.reorderDirection() == ReorderDirection.TO_HEAD);
  }

  private PageRequest position() {
    if (planner.wide()) {
      return PageRequest.atOffset(planner.start(), PageSize.MAX);
    }
    // Windows repeat their anchor, which one more than the page size makes up for.
    int anchors = planner.root() && !closing ? 0 : 1;
    long useful = left == Long.MAX_VALUE || closing ? Long.MAX_VALUE : left + anchors;
    long wanted = Math.min(plan.pageSize() + anchors, PageSize.MAX);
    return PageRequest.atOffset(planner.start(), (int) Math.min(wanted, useful));
  }

  private boolean mayBeTaken(FetchedPage<T> page, List<SeenItem> seenItems) {
    if (seenItems.isEmpty()) {
      return planner.mayBeEmpty(page);
    }
    return switch (planner.mode()) {
      case ROOT, BLIND -> true;
      case ANCHOR, SEARCH -> seen.holdsAnyOf(seenItems);
      case KEYS ->
          seen.holdsAnyOf(seenItems)
              || seenItems.stream()
                  .limit(page.countsItsItems() ? 2 : 1)
                  .allMatch(s -> !s.isVersioned() && seen.knows(s));
    };
  }

  private void passHole(FetchedPage<T> page, boolean root) {
    if (page.hasMore()) {
      planner = planner.pastHole(page);
    } else {
      move(page, root, /* joined= */ false, c -> c);
    }
  }

  private void take(FetchedPage<T> page, List<SeenItem> seenItems, boolean root) {
    int anchor = seen.indexOfLastAnchor(seenItems);
    long moved = movedUp(page, seenItems, anchor);
    boolean joined = closing && joins(page, seenItems);
    tellWhatMayRepeat(seenItems);
    if (isAboveItsPlace(seenItems)) {
      latest = null;
      baseline.unsettle();
    }
    resumed = false;
    if (root && anchor < 0 && !seenItems.isEmpty()) {
      beginAnew();
    }
    boolean ledFurther = !seen.knowsAllAsTheyAre(seenItems);
    News<T> news = give(page, seenItems);
    latest = null;
    if (news.cut) {
      // What was cut off is no anchor: the walk that resumes reads this window once more.
      finished = true;
      resumePoint = news.within(news.items.size() - 1);
      deliver(page, news.items, news::within);
      return;
    }
    news.readUntil(seenItems.size()).forEach(seen::add);
    leftForTheLook |= !news.leftForTheLook.isEmpty();
    news.found.forEach(baseline::add);
    move(
        page,
        root,
        joined,
        c -> c.taken(page, asked, lastAnchor(page, seenItems), ledFurther, moved));
    if (passEnded) {
      news.giveHeld();
    }
    // What is held back is an anchor, but was not given: the window has to be read once more.
    resumePoint = held == null ? null : news.now();
    if (news.items.isEmpty()) {
      countFruitless(page);
      return;
    }
    fruitless = 0;
    emptyPages = 0;
    Moment<T> after = moment(leftOut.count());
    latest = after;
    int last = news.items.size() - 1;
    boolean whole = held == null;
    deliver(
        page,
        news.items,
        i -> i == last && whole ? () -> after.after(news.keys(i)) : news.within(i));
  }

  private static Set<Long> withoutGaps(List<Long> anchors) {
    int gapsUntil = anchors.size() - SeenItems.DENSE_AT_THE_END_OF_COPIES;
    return gapsUntil <= 0 ? Set.of() : Set.copyOf(anchors.subList(gapsUntil, anchors.size()));
  }

  /**
   * Whether an anchor of an earlier leg stands below what this leg has read. Then this leg began at
   * one that was pinned, and what it has read stands where activity moves items to.
   */
  private boolean isAboveItsPlace(List<SeenItem> seenItems) {
    boolean readHere = false;
    for (SeenItem seenItem : earlier.isEmpty() ? List.<SeenItem>of() : seenItems) {
      if (seen.holds(seenItem)) {
        boolean isEarlier = earlier.contains(seenItem.mark());
        if (isEarlier && readHere) {
          return true;
        }
        readHere |= !isEarlier;
      }
    }
    return false;
  }

  /** Where a copy goes on at an older anchor, what it has given below that can come again. */
  private void tellWhatMayRepeat(List<SeenItem> seenItems) {
    if (!withoutGaps.isEmpty() && !seenItems.isEmpty()) {
      boolean gap =
          seenItems.stream().noneMatch(s -> s.isVersioned() && withoutGaps.contains(s.mark()));
      if (gap) {
        latest = null;
        baseline.mayRepeat();
      }
      withoutGaps = Set.of();
    }
  }

  /** An anchor other than the last does not tell how far the list has moved. */
  private long movedUp(FetchedPage<T> page, List<SeenItem> seenItems, int anchor) {
    return seen.isEmpty() || (anchor >= 0 && !seen.isLastAnchor(seenItems.get(anchor)))
        ? 0
        : planner.movedUp(page, anchor);
  }

  private void beginAnew() {
    latest = null;
    if (!seen.isEmpty()) {
      holdsBack = !byAnchors;
      // A look that begins anew is one more.
      looks += closing ? 1 : 0;
      if (copies) {
        baseline.beginAnew();
      } else {
        baseline.close();
      }
    }
    seen.clear();
    earlier.clear();
  }

  private static int lastAnchor(FetchedPage<?> page, List<SeenItem> seenItems) {
    int last = seenItems.size() - 1;
    while (last >= 0 && !seenItems.get(last).isVersioned()) {
      last--;
    }
    return last >= 0 && last == seenItems.size() - 1 ? page.beforeLastReadable() : last;
  }

  private News<T> give(FetchedPage<T> page, List<SeenItem> seenItems) {
    News<T> news = new News<>(this, seenItems);
    int lowestAnchor = -1;
    for (int i = 0; i < seenItems.size(); i++) {
      lowestAnchor = seen.holds(seenItems.get(i)) ? i : lowestAnchor;
    }
    T before = held;
    held = null;
    if (before != null && seenItems.stream().noneMatch(s -> s.key() == plan.key(before))) {
      news.give(before, plan.sight(before), -1, /* isBelow= */ true);
    }
    int end = page.items().size();
    if (holdsBack && page.hasMore() && end > 1 && seenItems.get(end - 1).isVersioned()) {
      held = page.items().get(--end);
    }
    for (int place = 0; place < end && !news.cut; place++) {
      boolean above = byAnchors && !closing && place <= lowestAnchor;
      boolean knownByKey = byAnchors && !seenItems.get(place).isVersioned();
      boolean asItWas =
          byAnchors
              && closing
              && (seenBefore.holds(seenItems.get(place))
                  || baseline.knows(seenItems.get(place).mark()));
      if (above || asItWas || (knownByKey && seen.knows(seenItems.get(place)))) {
        if (above && !copies && !seen.holds(seenItems.get(place))) {
          news.leftForTheLook.add(seenItems.get(place).mark());
        }
        continue;
      }
      if (left == 0) {
        news.cut = true;
      } else {
        news.give(page.items().get(place), seenItems.get(place), place, place > lowestAnchor);
      }
    }
    return news;
  }

  /** What a window brings, and what a checkpoint behind each of its items holds. */
  private static final class News<T> {
    private final ExactlyOnceWalk<T> walk;

    /** What the items of the window are known by. */
    private final long[] marks;

    private final Moment<T> before;
    private final int givenBefore;
    private final List<T> items = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    /** The items as a poll for news will meet them. */
    private final List<Found> found = new ArrayList<>();

    /** Above an anchor and not known: given before, or moved there since, as only a look tells. */
    private final Set<Long> leftForTheLook = new HashSet<>(0);

    private boolean cut;

    News(ExactlyOnceWalk<T> walk, List<SeenItem> seenItems) {
      this.walk = walk;
      this.marks = seenItems.stream().mapToLong(SeenItem::mark).toArray();
      this.before = walk.moment(walk.leftOutBefore);
      this.givenBefore = walk.given.size();
    }

    void give(T item, SeenItem seenItem, int place, boolean isBelow) {
      if (!walk.given.add(seenItem.key()) && !walk.copies) {
        return;
      }
      items.add(item);
      places.add(place);
      found.add(new Found(seenItem.mark(), isBelow));
      walk.left--;
    }

    /** Nothing comes behind what was held back. */
    void giveHeld() {
      T last = walk.held;
      walk.held = null;
      if (last != null && walk.left > 0) {
        SeenItem seenItem = walk.plan.sight(last);
        int given = items.size();
        give(last, seenItem, marks.length - 1, /* isBelow= */ true);
        if (items.size() > given) {
          walk.baseline.add(found.get(given));
        }
        walk.finished |= walk.left == 0;
      }
    }

    /** All keys that had been given once this item was. */
    DeliveredKeys.Snapshot keys(int item) {
      return walk.copies
          ? DeliveredKeys.Snapshot.NONE
          : walk.given.snapshot(givenBefore + item + 1);
    }

    Supplier<Checkpoint> within(int item) {
      return () ->
          before.within(keys(item), readUntil(places.get(item) + 1), found.subList(0, item + 1));
    }

    /** The marks of what was read and need not be met again. */
    private List<Long> readUntil(int end) {
      return LongIndex.asList(marks).subList(0, end).stream()
          .filter(mark -> !leftForTheLook.contains(mark))
          .toList();
    }

    Supplier<Checkpoint> now() {
      DeliveredKeys.Snapshot given = walk.keys();
      List<Long> read = readUntil(marks.length - 1);
      return () -> before.within(given, read, found);
    }
  }

  /** A window can bring more than a page may hold. */
  private void deliver(
      FetchedPage<T> page, List<T> news, IntFunction<Supplier<Checkpoint>> checkpoints) {
    int size = plan.pageSize();
    for (int from = 0; from < news.size(); from += size) {
      int first = from;
      int to = Math.min(from + size, news.size());
      ready.add(
          page.toPage(
              news.subList(from, to),
              from == 0,
              leftOut.untold(),
              i -> checkpoints.apply(first + i).get()));
    }
  }

  /**
   * Whether all that has moved lies above an item of this window. At the head that takes the last
   * two items that have versions: one alone can be a pinned item, which stands above what moves.
   */
  private boolean joins(FetchedPage<T> page, List<SeenItem> seenItems) {
    List<SeenItem> versioned = seenItems.stream().filter(SeenItem::isVersioned).toList();
    if (versioned.isEmpty()) {
      return !seenItems.isEmpty() && seenItems.stream().allMatch(s -> given.contains(s.key()));
    }
    if (page.position().offset() >= PageSize.MAX) {
      return seenBefore.holdsAnyOf(versioned);
    }
    return versioned.subList(Math.max(0, versioned.size() - 2), versioned.size()).stream()
        .allMatch(seenBefore::holds);
  }

  /** Whether it is all over, or this pass, or where to go on. */
  private void move(FetchedPage<T> page, boolean root, boolean joined, Step next) {
    boolean wholeList =
        !page.hasMore() && (planner.start() == 0 || (shownWhole && page.slots() == 0));
    // A look that meets nothing which could be an anchor can't join anything.
    boolean nothingToJoin =
        closing && seen.hasNoAnchors() && (!page.hasMore() || (root && seenBefore.hasNoAnchors()));
    shownWhole =
        root
            && planner.start() <= plan.floor()
            && page.slots() < page.position().limit()
            && page.next().offset() == page.position().offset() + page.slots();
    passEnded = wholeList || joined || nothingToJoin || !page.hasMore();
    endReached |= !page.hasMore();
    if ((wholeList && !leftForTheLook) || (joined && root) || nothingToJoin) {
      finished = true;
    } else if (joined || !page.hasMore()) {
      endPass();
    } else {
      planner = next.from(planner);
    }
    finished |= left == 0;
  }

  /** Returns how the walk goes on. */
  private interface Step {
    WindowPlanner from(WindowPlanner planner);
  }

  private void endPass() {
    if (plan.reorderDirection() != ReorderDirection.TO_HEAD || plan.floor() > 0 || copies) {
      finished = true;
      return;
    }
    latest = null;
    baseline.close();
    leftForTheLook = false;
    looks++;
    seenBefore.merge(seen);
    seen.clear();
    closing = true;
    planner = planner.fromHead(goesOn);
  }

  private void countFruitless(FetchedPage<T> page) {
    if (page.items().isEmpty() && page.hasMore()) {
      if (++emptyPages > MAX_EMPTY_PAGES) {
        throw page.failure(
            "The service says that there is more, but sent "
                + MAX_EMPTY_PAGES
                + " pages in a row with nothing in them");
      }
      return;
    }
    // Reading all that is known once more can be needed, and a few steps back; much more than that
    // leads nowhere.
    // Where a walk does not know what earlier legs gave, its place tells how much that can be.
    if (fruitless == 0) {
      fruitlessFrom = page.position().offset();
    }
    long items = byAnchors ? 400 + fruitlessFrom : given.size();
    long known = items / Math.max(1, page.position().limit() - 1);
    long most = 64 + 3 * known;
    if (++fruitless > most) {
      throw page.failure(
          "More pages than the items could need: "
              + most
              + " pages in a row brought nothing new after "
              + given.size()
              + " items");
    }
  }
}
