package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.internal.api.ApiBridge;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.paging.ServiceModel.Slicing;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The promise of exactly once, over random lists, services, changes and ways to read. {@code
 * -Dofauth.walks=1000000} runs as many walks.
 */
final class WalkPropertyTest {
  private static final long WALKS = Long.getLong("ofauth.walks", 15_000);
  private static final long FIRST = Long.getLong("ofauth.firstWalk", 0);

  @Test
  void givesEachItemThatStaysExactlyOnce() {
    TreeMap<String, Long> problems = new TreeMap<>();
    for (long seed = FIRST; seed < FIRST + WALKS; seed++) {
      String problem = new Run(seed).problem();
      if (problem != null) {
        problems.merge(problem, 1L, Long::sum);
        if (problems.size() > 10) {
          break;
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  /** One walk, or several that go on one after the other, over one list. */
  private static final class Run {
    private final long seed;
    private final Random random;
    private final ServiceModel service;
    private final Set<Long> moved = new HashSet<>();
    private final int changes;
    private final int burst;
    private final int size;
    private long nextKey = 1_000;
    private boolean deletes = true;

    /** Whether the walk resumes without the keys that it gave, and may repeat. */
    private boolean compact;

    Run(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.size = random.nextInt(4) == 0 ? random.nextInt(150) : random.nextInt(45);
      this.service = ServiceModel.of(size);
      this.changes = random.nextInt(3) == 0 ? 0 : random.nextInt(40);
      this.burst = 1 + random.nextInt(6);
      service.reorderDirection =
          random.nextBoolean() ? ReorderDirection.TO_HEAD : ReorderDirection.TO_TAIL;
      service.slicing =
          List.of(Slicing.FILTER_FIRST, Slicing.FILTER_LAST, Slicing.SCAN_UNTIL_FULL)
              .get(random.nextInt(3));
      service.givesNext = service.slicing != Slicing.FILTER_FIRST || random.nextBoolean();
      service.endsWithAnEmptyPage = random.nextInt(4) == 0;
      service.cap = random.nextInt(4) == 0 ? 3 + random.nextInt(16) : 20;
      if (service.slicing == Slicing.FILTER_LAST && service.cap < 20) {
        service.cap = 20;
      }
    }

    @Nullable String problem() {
      int pins = prepare();
      // The look takes a page and one more; the last two of it must not be pinned.
      int pageSize = 1 + random.nextInt(20);
      if (pins > 0) {
        pageSize = Math.max(pageSize, pins + 1);
      }
      if (service.cap < 20) {
        pageSize = Math.max(pageSize, service.cap + 1);
      }
      int startAt =
          random.nextInt(5) == 0 && service.slicing != Slicing.FILTER_LAST
              ? random.nextInt(size + 2)
              : 0;
      int legs = random.nextInt(3);
      compact = legs == 1 && pins == 0 && random.nextInt(3) == 0;
      ChatListQuery.Builder query =
          ChatListQuery.builder()
              .pageSize(pageSize)
              .startAt(startAt)
              .lookAhead(random.nextInt(3) == 0 ? random.nextInt(4) : 0);
      Set<Long> skipped = new HashSet<>();
      List<Long> given = new ArrayList<>();
      service.script =
          request -> {
            change();
            if (request == 0) {
              skipped.addAll(before(startAt));
            }
          };
      String parameters = describe(pageSize, startAt, legs);
      try {
        read(query, legs, given, pageSize);
      } catch (PagingException e) {
        return compact ? null : "gave up: " + e.getMessage() + parameters;
      } catch (AssertionError | RuntimeException e) {
        return e + parameters;
      }
      Set<Long> lost = new HashSet<>(service.stayed());
      lost.removeAll(given);
      if (startAt > 0) {
        lost.removeAll(skipped);
        lost.removeAll(moved);
      }
      Set<Long> once = new HashSet<>(given);
      if (once.size() < given.size() && !compact) {
        return "twice" + parameters + given;
      }
      return lost.isEmpty() ? null : "lost " + lost + parameters;
    }

    /** The keys that stand before an offset. */
    private List<Long> before(int offset) {
      List<Long> shown = service.shown();
      return service.slicing == Slicing.FILTER_FIRST
          ? shown.subList(0, Math.min(offset, shown.size()))
          : shown.stream().filter(key -> service.indexOf(key) < offset).toList();
    }

    private String describe(int pageSize, int startAt, int legs) {
      return " in walk "
          + seed
          + ": "
          + size
          + " items, "
          + service.slicing
          + ", "
          + service.reorderDirection
          + ", pages of "
          + pageSize
          + (startAt > 0 ? ", from " + startAt : "")
          + (legs > 0 ? ", legs " + legs : "")
          + (compact ? " compact" : "")
          + (service.pins() > 0 ? ", pins " + service.pins() : "")
          + (service.cap < 20 ? ", cap " + service.cap : "")
          + (service.endsWithAnEmptyPage ? ", empty end" : "");
    }

    private int prepare() {
      int pins = random.nextInt(4) == 0 && service.cap == 20 ? random.nextInt(4) : 0;
      for (int i = 0;
          i < pins && i < size && service.reorderDirection == ReorderDirection.TO_HEAD;
          i++) {
        service.pin(1 + random.nextInt(size));
      }
      if (random.nextInt(3) == 0) {
        int run = 1 + random.nextInt(service.slicing == Slicing.FILTER_LAST ? 12 : 40);
        for (long key = 1; key <= size; key++) {
          service.hide(key, random.nextInt(run + 1) > 0);
        }
        if (service.slicing == Slicing.FILTER_LAST) {
          // The promise needs two that show within a window.
          for (int i = 0; i < size; i += 9) {
            service.hide(service.keyAt(i), false);
          }
        }
      }
      if (random.nextInt(4) == 0 && service.cap == 20) {
        int share = 2 + random.nextInt(4);
        for (long key = 1; key <= size; key++) {
          if (random.nextInt(share) == 0) {
            service.unversion(key);
          }
        }
      }
      deletes = random.nextInt(5) > 0;
      return pins;
    }

    private int made;
    private int days;

    private void change() {
      // That a service sends less than it is asked for shows with the page behind the first such.
      boolean scansForShortPages = service.slicing == Slicing.SCAN_UNTIL_FULL && service.cap < 20;
      if (made >= changes
          || scansForShortPages
          || random.nextInt(3) > 0
          || (service.cap < 20 && service.shortPages() < 2)) {
        return;
      }
      for (int i = random.nextInt(burst) + 1; i > 0; i--) {
        made++;
        changeOnce();
      }
    }

    private void changeOnce() {
      int count = service.size();
      int index =
          count == 0
              ? 0
              : random.nextBoolean() ? random.nextInt(count) : random.nextInt(1 + count / 4);
      long key = count == 0 ? 0 : service.keyAt(Math.min(index, count - 1));
      switch (random.nextInt(deletes ? 6 : 3)) {
        case 0, 1 -> {
          if (count > 0 && !service.get(key).pinned()) {
            moved.add(key);
            service.activity(key);
          }
        }
        case 2 -> service.come(nextKey++);
        // Nothing comes above what is pinned.
        case 3 -> service.insertAt(Math.max(index, Math.min(count, service.pins())), nextKey++);
        case 4 -> service.remove(key);
        default -> {
          if (count > 0 && service.slicing != Slicing.FILTER_LAST) {
            service.hide(key, !service.get(key).hidden());
          }
        }
      }
    }

    /** Between two legs a day can pass. */
    private void muchChange() {
      if (changes == 0 || days == 2 || random.nextInt(4) > 0 || service.cap < 20) {
        return;
      }
      days++;
      for (int i = random.nextInt(1 + service.size()); i > 0; i--) {
        changeOnce();
      }
    }

    private void read(ChatListQuery.Builder query, int legs, List<Long> given, int pageSize) {
      Checkpoint reached = null;
      int max = 1 + random.nextInt(40);
      for (int leg = 0; leg < 400; leg++) {
        if (legs == 2) {
          query.maxItems(max);
        }
        Walk<Item> walk = service.walk(query.resumeFrom(reached).build());
        int before = given.size();
        // A small checkpoint holds little of a long look: one leg has to come to its end.
        boolean crashes = legs == 1 && !(compact && leg > 50);
        int crash = crashes ? 1 + random.nextInt(50) : Integer.MAX_VALUE;
        reached = null;
        for (Page<Item> page = walk.next();
            page != null && reached == null;
            page = reached == null ? walk.next() : null) {
          if (page.items().isEmpty() || page.items().size() > pageSize) {
            throw new AssertionError("a page of " + page.items().size());
          }
          for (int i = 0; i < page.items().size() && reached == null; i++) {
            given.add(page.items().get(i).key());
            if (given.size() - before >= crash) {
              Checkpoint here = ApiBridge.bridge().checkpointAfter(page, i);
              reached = Checkpoint.parse((compact ? here.compact() : here).toString());
            }
          }
        }
        if (legs == 2 && given.size() - before == max) {
          reached = Checkpoint.parse(walk.checkpoint().toString());
        }
        if (reached == null) {
          return;
        }
        muchChange();
      }
      throw new AssertionError("legs without an end");
    }
  }
}
