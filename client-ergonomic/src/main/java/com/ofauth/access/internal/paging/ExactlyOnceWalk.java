package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.api.PageSize;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.List;
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
 *   <li>Where activity moves items to the head, the walk ends only with a look at the head that
 *       reaches, in one response, an item that has not moved since it was seen. All that moved lies
 *       above it. A look that needs several windows is a pass of its own, and is followed by
 *       another look.
 * </ol>
 */
final class ExactlyOnceWalk<T> implements Walk<T> {
  private static final int MAX_LOOKS = 50;
  private static final int MAX_EMPTY_PAGES = 1_000;

  private final WalkPlan<T> plan;
  private final PageSource<T> source;
  private final DeliveredKeys given = new DeliveredKeys();

  /** Seen by this pass. */
  private final SeenItems seen = new SeenItems();

  /** Seen by earlier passes, which have read all that lies behind these items. */
  private final SeenItems seenBefore = new SeenItems();

  private @Nullable Page<T> ready;
  private WindowPlanner planner;
  private boolean closing;
  private boolean fresh;
  private boolean finished;
  private long left;
  private int looks;
  private int fruitless;
  private int emptyPages;

  ExactlyOnceWalk(WalkPlan<T> plan, PageSource<T> source) {
    this.plan = plan;
    this.source = source;
    this.left = plan.maxItems();
    WalkState state = plan.begin();
    state.given().stream().forEach(given::add);
    this.closing = state.closing();
    this.planner = closing ? WindowPlanner.from(plan.floor()) : state.planner();
    (closing ? seenBefore : seen).addAll(state.anchors());
  }

  @Override
  public @Nullable Page<T> next() {
    ready = null;
    try {
      while (ready == null && !finished) {
        step();
      }
    } catch (OfAuthException e) {
      bridge().failure(e).attachCheckpoint(checkpoint().toString());
      throw e;
    }
    return ready;
  }

  @Override
  public Page<T> first() {
    boolean resumed = given.size() > 0;
    ready = null;
    try {
      FetchedPage<T> fetched = step();
      while (ready == null && resumed && !finished) {
        fetched = step();
      }
      return ready != null ? ready : fetched.toPage(List.of(), snapshot());
    } catch (OfAuthException e) {
      bridge().failure(e).attachCheckpoint(checkpoint().toString());
      throw e;
    }
  }

  @Override
  public void close() {
    source.close();
  }

  @Override
  public Checkpoint checkpoint() {
    return snapshot().get();
  }

  /**
   * What a checkpoint of this moment holds; the keys, which only grow, are copied no sooner than
   * they are asked for.
   */
  private Supplier<Checkpoint> snapshot() {
    WindowPlanner here = planner;
    boolean onlyLooks = closing;
    List<SeenItem> anchors = (closing ? seenBefore : seen).summary();
    DeliveredKeys.Snapshot keys = given.snapshot();
    return () -> plan.checkpoint(new WalkState(here, null, onlyLooks, anchors, keys));
  }

  private FetchedPage<T> step() {
    boolean root = planner.root();
    FetchedPage<T> page =
        PageValidator.check(
            source.fetch(position(root), /* fresh= */ root || planner.blind() || fresh));
    fresh = false;
    List<SeenItem> seenItems = page.items().stream().map(plan::sight).toList();
    if (page.hole() && page.hasMore()) {
      planner = planner.pastHole(page);
      countFruitless(page);
    } else if (page.hole()) {
      move(page, root, /* joined= */ false, /* ledFurther= */ false);
    } else if (!root && !planner.blind() && !seen.holdsAnyOf(seenItems)) {
      planner = planner.withoutAnchor();
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

  private PageRequest position(boolean root) {
    // Windows repeat their anchor, which one more than the page size makes up for. These two kinds
    // have none.
    int anchors = root || planner.blind() ? 0 : 1;
    long useful = left == Long.MAX_VALUE ? left : left + anchors;
    long wanted = Math.min(plan.pageSize() + anchors, PageSize.MAX);
    return PageRequest.atOffset(planner.start(), (int) Math.min(wanted, useful));
  }

  private void take(FetchedPage<T> page, List<SeenItem> seenItems, boolean root) {
    boolean joined = seenBefore.holdsAnyOf(seenItems);
    if (root) {
      seen.clear();
    }
    // In this pass: a pass that begins anew goes on through items that were given long ago.
    boolean ledFurther = !seen.holdsAllOf(seenItems);
    seen.addAll(seenItems);
    List<T> news = give(page.items());
    move(page, root, joined, ledFurther);
    if (news.isEmpty()) {
      countFruitless(page);
    } else {
      fruitless = 0;
      emptyPages = 0;
      ready = page.toPage(news, snapshot());
    }
  }

  private List<T> give(List<T> items) {
    List<T> news = new ArrayList<>(items.size());
    for (T item : items) {
      if (left > 0 && given.add(plan.key(item))) {
        news.add(item);
        left--;
      }
    }
    return news;
  }

  private void move(FetchedPage<T> page, boolean root, boolean joined, boolean ledFurther) {
    boolean wholeList = root && !page.hasMore();
    boolean atOneLook = root && joined;
    if (left == 0 || wholeList || atOneLook) {
      finished = true;
    } else if (joined || !page.hasMore()) {
      endPass();
    } else {
      planner = planner.taken(page, ledFurther);
    }
  }

  private void endPass() {
    if (plan.reorderDirection() != ReorderDirection.TO_HEAD || plan.floor() > 0) {
      finished = true;
      return;
    }
    if (++looks > MAX_LOOKS) {
      throw bridge()
          .paging(
              FailureDetails.of(
                  "The list changes faster than it can be read: after "
                      + MAX_LOOKS
                      + " looks its head still shows only new activity"));
    }
    seenBefore.merge(seen);
    closing = true;
    planner = WindowPlanner.from(plan.floor());
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
    int known = given.size() / Math.max(1, page.position().limit() - 1);
    int most = 32 + 3 * known;
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
