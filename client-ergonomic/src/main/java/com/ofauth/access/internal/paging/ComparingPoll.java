package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.UndecodableItemsException;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.paging.Baseline.Entry;
import com.ofauth.access.internal.paging.NewsPoll.News;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One poll of a list in which an item can change in its place, or move anywhere: reads the whole,
 * and compares each item with the baseline, by a mark for its key and its content. The plan's
 * version of an item is its content.
 *
 * <p>The baseline holds the marks of all items of the list, and behind them, as far as there is
 * room, of those that have left it, the latest first: an item can be missed while it moves from the
 * requests to come to those that were sent, and can come back as it was.
 */
final class ComparingPoll<T> implements Poll<T> {
  static final int MAX_ITEMS = 256;

  /** So many fit into a checkpoint of 4 kB. */
  private static final int MAX_ENTRIES = 300;

  private final WalkPlan<T> plan;
  private final PageSource<T> source;
  private final Baseline since;
  private final List<T> items = new ArrayList<>();
  private @Nullable ExactlyOnceWalk<T> walk;

  /** Where the last item stood. */
  private long furthest;

  ComparingPoll(WalkPlan<T> plan, PageSource<T> source, Baseline since) {
    this.plan = plan;
    this.source = source;
    this.since = since;
  }

  @Override
  public News<T> result() {
    read();
    Set<Long> known = new HashSet<>();
    since.entries().forEach(entry -> known.add(entry.mark()));
    List<SeenItem> seenItems = items.stream().map(plan::sight).toList();
    List<T> news = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int place = items.size() - 1; place >= 0; place--) {
      if (!known.contains(seenItems.get(place).mark())) {
        news.add(items.get(place));
        places.add(place);
      }
    }
    return new News<>(
        news,
        /* cutShort= */ false,
        since.mayRepeat(),
        /* lost= */ false,
        given -> baseline(seenItems, places, given));
  }

  private void read() {
    ExactlyOnceWalk<T> here = walk;
    if (here == null) {
      here = new ExactlyOnceWalk<>(plan, this::fetch);
      walk = here;
    }
    for (Page<T> page = next(here); page != null; page = next(here)) {
      items.addAll(page.items());
      int count = items.size();
      if (count > MAX_ITEMS && furthest > MAX_ITEMS) {
        throw givenUp(
            FailureDetails.of(
                    "What is new in the list of this query is found by comparing the whole, which is bounded to "
                        + MAX_ITEMS
                        + " items; the list has "
                        + (page.hasMore() ? "more than " : "")
                        + count)
                .lasting());
      } else if (count > MAX_ENTRIES) {
        throw givenUp(
            FailureDetails.of(
                "The list changes faster than it can be read: "
                    + count
                    + " items came and went while it had at most "
                    + furthest));
      }
    }
  }

  private static <T> @Nullable Page<T> next(ExactlyOnceWalk<T> walk) {
    try {
      return walk.next();
    } catch (UndecodableItemsException e) {
      // They were told when they came.
      return null;
    }
  }

  private FetchedPage<T> fetch(PageRequest position, boolean fresh) {
    FetchedPage<T> page = source.fetch(position, fresh);
    furthest = Math.max(furthest, position.offset() + page.slots());
    return page;
  }

  /** The next attempt reads the list from its head. */
  private PagingException givenUp(FailureDetails why) {
    walk = null;
    items.clear();
    furthest = 0;
    return bridge().paging(why);
  }

  /** What the next poll compares with once so many of the news were handled. */
  private Baseline baseline(List<SeenItem> seenItems, List<Integer> places, int given) {
    if (given == 0 && !places.isEmpty()) {
      return since;
    }
    Set<Integer> open = new HashSet<>(places.subList(given, places.size()));
    Map<Long, Long> before = new HashMap<>();
    since.entries().forEach(entry -> before.put(SeenItem.keyMark(entry.mark()), entry.mark()));
    List<Entry> entries = new ArrayList<>();
    for (int place = 0; place < seenItems.size(); place++) {
      long mark = seenItems.get(place).mark();
      Long earlier = before.remove(SeenItem.keyMark(mark));
      if (!open.contains(place)) {
        entries.add(new Entry(mark, /* joins= */ true, 0));
      } else if (earlier != null) {
        entries.add(new Entry(earlier, /* joins= */ true, 0));
      }
    }
    boolean mayRepeat = false;
    for (Entry entry : since.entries()) {
      if (before.containsKey(SeenItem.keyMark(entry.mark()))) {
        if (entries.size() < MAX_ENTRIES) {
          entries.add(new Entry(entry.mark(), /* joins= */ false, 0));
        } else {
          // If it is still there, it was missed.
          mayRepeat |= entry.joins();
        }
      }
    }
    boolean all = given == places.size();
    return new Baseline(
        List.copyOf(entries),
        /* below= */ 0,
        /* ended= */ true,
        /* complete= */ true,
        mayRepeat || (!all && since.mayRepeat()),
        /* lost= */ false);
  }
}
