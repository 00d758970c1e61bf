package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Walks from page to page as the service points, and believes what comes. Enough where pages begin
 * behind an item; where they begin at an offset, changes make it skip and repeat.
 */
final class PlainWalk<T> implements Walk<T> {
  private static final int MAX_FRUITLESS_PAGES = 1_000;

  private final WalkPlan<T> plan;
  private final PageSource<T> source;
  private final @Nullable DeliveredKeys given;
  private final LeftOut leftOut;
  private PageStart start;
  private long left;
  private boolean finished;
  private boolean ended;
  private int fruitless;
  private int holes;
  private List<SeenItem> lastPage = List.of();
  private final Set<String> cursors = new HashSet<>();

  /** A walk that takes care to give each item once by key, or one that gives whatever comes. */
  PlainWalk(WalkPlan<T> plan, PageSource<T> source, boolean onceByKey) {
    this.plan = plan;
    this.source = source;
    this.left = plan.maxItems();
    this.leftOut = plan.leftOut();
    WalkState state = plan.begin();
    this.start =
        state.cursor() == null
            ? PageStart.atOffset(state.planner().start())
            : PageStart.behind(state.cursor());
    this.ended = state.closing() && plan.reorderDirection() == ReorderDirection.NONE;
    this.finished = ended;
    this.given = onceByKey ? new DeliveredKeys() : null;
    if (given != null) {
      state.given().forEach(given::add);
    }
  }

  @Override
  public @Nullable Page<T> next() {
    while (!finished) {
      Page<T> page = read(/* first= */ false);
      if (!page.items().isEmpty()) {
        fruitless = 0;
        return page;
      }
      if (!finished && ++fruitless > MAX_FRUITLESS_PAGES) {
        PagingException e =
            bridge()
                .paging(
                    FailureDetails.of(
                        "The service says that there is more, but "
                            + MAX_FRUITLESS_PAGES
                            + " pages in a row brought nothing new"));
        bridge().failure(e).attachCheckpoint(checkpoint().toString());
        throw e;
      }
    }
    if (left > 0) {
      leftOut.end(this::checkpoint);
    }
    return null;
  }

  @Override
  public Page<T> first() {
    return read(/* first= */ true);
  }

  private Page<T> read(boolean first) {
    try {
      return step(first);
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
    return at(start, over(), keys(), leftOut.count());
  }

  private Checkpoint at(
      PageStart here, boolean over, DeliveredKeys.Snapshot keys, LeftOut.Count count) {
    return plan.checkpoint(
        new WalkState(
            WindowPlanner.at(here.offset()),
            here.cursor(),
            over,
            /* anew= */ false,
            count,
            List.of(),
            Baseline.NONE,
            keys,
            false));
  }

  private DeliveredKeys.Snapshot keys() {
    return given == null ? DeliveredKeys.Snapshot.NONE : given.snapshot();
  }

  /** Behind the last page of a list that is paged by cursor there is no place to go on from. */
  private boolean over() {
    return ended && plan.reorderDirection() == ReorderDirection.NONE;
  }

  /**
   * Reads one page.
   *
   * @param first whether it is given even if nothing is in it
   */
  private Page<T> step(boolean first) {
    PageRequest position = new PageRequest(start, (int) Math.min(plan.pageSize(), left));
    FetchedPage<T> page = PageValidator.check(source.fetch(position, /* fresh= */ false));
    LeftOut.Count leftOutBefore = leftOut.count();
    leftOut.meet(page);
    holes = page.holes(holes);
    List<SeenItem> seenItems = page.items().stream().map(plan::sight).toList();
    if (page.hasMore() && !seenItems.isEmpty() && seenItems.equals(lastPage)) {
      throw page.failure(
          "The page at "
              + position
              + " is the page before it once more: the service does not advance");
    }
    if (page.hasMore() && page.next().cursor() != null && !cursors.add(page.next().cursor())) {
      throw page.failure(
          "The page at "
              + position
              + " points back to "
              + page.next()
              + ", where the walk has been: the service leads it round in a circle");
    }
    lastPage = seenItems;
    PageStart before = start;
    List<T> news = new ArrayList<>(page.items().size());
    List<DeliveredKeys.Snapshot> keys = new ArrayList<>(page.items().size());
    List<Integer> places = new ArrayList<>(page.items().size());
    boolean cut = false;
    for (int place = 0; place < page.items().size(); place++) {
      T item = page.items().get(place);
      if (left == 0) {
        // More than was asked for, since it was fetched ahead.
        cut = true;
      } else if (given == null || given.add(plan.key(item))) {
        news.add(item);
        keys.add(keys());
        places.add(place);
        left--;
      }
    }
    ended = !page.hasMore() && !cut;
    finished = left == 0 || ended;
    IntFunction<PageStart> behind =
        i ->
            page.countsItsSlots()
                ? PageStart.atOffset(before.offset() + page.slotOf(places.get(i)) + 1)
                : before;
    start = cut ? behind.apply(news.size() - 1) : page.next();
    PageStart after = start;
    boolean over = over();
    LeftOut.Count leftOutAfter = leftOut.count();
    return page.toPage(
        news,
        /* first= */ true,
        first || !news.isEmpty() ? leftOut.untold() : List.of(),
        i ->
            i == news.size() - 1
                ? at(after, over, keys.isEmpty() ? keys() : keys.get(i), leftOutAfter)
                : at(
                    behind.apply(i),
                    /* over= */ false,
                    keys.get(i),
                    // What is left out behind this item is met again, and known by then.
                    page.countsItsSlots() ? leftOutAfter : leftOutBefore));
  }
}
