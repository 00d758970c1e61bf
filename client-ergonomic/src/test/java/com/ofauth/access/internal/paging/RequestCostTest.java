package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.paging.ServiceModel.Slicing;
import com.ofauth.access.internal.reading.Walk;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What walks, polls and checkpoints cost. {@code -Dofauth.tables=true} prints the tables of {@code
 * docs/paging.md}; it takes about 20 seconds.
 */
final class RequestCostTest {

  @Test
  void lookingAheadCostsAtMostThirtyPercent() {
    for (ReorderDirection direction :
        new ReorderDirection[] {ReorderDirection.TO_HEAD, ReorderDirection.TO_TAIL}) {
      int none = requests(2_000, Slicing.FILTER_FIRST, direction, 1, 0, PagingMode.EXACTLY_ONCE);
      for (int lookAhead : new int[] {1, 3, 10}) {
        assertThat(
                requests(
                    2_000, Slicing.FILTER_FIRST, direction, 1, lookAhead, PagingMode.EXACTLY_ONCE))
            .as("%s, %s ahead", direction, lookAhead)
            .isLessThanOrEqualTo(none * 13 / 10);
      }
    }
  }

  /** One request for up to 18 changes, else one to look again and one for each 19. */
  @Test
  void aPollCostsWhatTheFormulaSays() {
    for (int changed : new int[] {0, 1, 5, 18, 19, 37, 38, 100, 200, 400}) {
      ServiceModel service = ServiceModel.of(1_000);
      Baseline since = baselineOfWalk(service);
      for (int i = 0; i < changed; i++) {
        service.activityAt(999 - i % 500);
      }
      int before = service.requests();
      NewsPoll.News<Item> news =
          new NewsPoll<>(service.plan(ChatListQuery.all()), service, since).result();

      assertThat(news.items()).hasSize(changed);
      int formula = changed <= 18 ? 1 : 1 + (changed + 1 + 18) / 19;
      assertThat(service.requests() - before).as("%s changed", changed).isEqualTo(formula);
    }
  }

  @Test
  void compactCheckpointsStaySmall() {
    for (int size : new int[] {10, 1_000, 5_000}) {
      ServiceModel service = ServiceModel.of(size);
      Walk<Item> walk = service.walk(ChatListQuery.all());
      for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
        assertThat(page.checkpoint().compact().toString().length()).isLessThan(4_096);
      }
      assertThat(Checkpoint.parse(walk.checkpoint().toString()).compact())
          .isEqualTo(walk.checkpoint().compact())
          .isEqualTo(walk.checkpoint().compact().compact());
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "ofauth.tables", matches = "true")
  void printsTheTables() {
    for (Slicing slicing : new Slicing[] {Slicing.FILTER_FIRST, Slicing.FILTER_LAST}) {
      for (ReorderDirection direction :
          new ReorderDirection[] {ReorderDirection.TO_HEAD, ReorderDirection.TO_TAIL}) {
        for (int changes : new int[] {0, 1, 3}) {
          StringBuilder row =
              new StringBuilder(slicing + " " + direction + " " + changes + " a request: plain ");
          row.append(plain(10_000, slicing, direction, changes));
          for (int lookAhead : new int[] {0, 3, 10}) {
            row.append(", ahead ").append(lookAhead).append(": ");
            row.append(
                requests(10_000, slicing, direction, changes, lookAhead, PagingMode.EXACTLY_ONCE));
          }
          System.out.println(row);
        }
      }
    }
    for (int size : new int[] {1_000, 10_000, 100_000}) {
      checkpoints(size, false);
      checkpoints(size, true);
    }
  }

  private static void checkpoints(int size, boolean copies) {
    ServiceModel service = ServiceModel.of(0);
    Random random = new Random(1);
    service.with(random.longs(size, 1, 1L << 33).distinct().toArray());
    Walk<Item> walk =
        copies
            ? new ExactlyOnceWalk<>(service.copy(WalkState.begin(0)), service)
            : service.walk(ChatListQuery.all());
    long cpu = 0;
    long characters = 0;
    int last = 0;
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      last = page.checkpoint().toString().length();
      characters += last;
      cpu += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
    System.out.println(
        (copies ? "copy " : "walk ")
            + size
            + " items: last checkpoint "
            + last
            + " characters, all "
            + characters
            + ", CPU "
            + cpu / 1_000_000
            + " ms, compact "
            + walk.checkpoint().compact().toString().length());
  }

  private static Baseline baselineOfWalk(ServiceModel service) {
    Walk<Item> walk = service.walk(ChatListQuery.all());
    Page<Item> page = walk.next();
    while (page != null) {
      page = walk.next();
    }
    // The copy of a list holds fewer entries than a poll does: one that follows fills them up.
    Baseline first = ((ExactlyOnceWalk<Item>) walk).baseline();
    return new NewsPoll<>(service.plan(ChatListQuery.all()), service, first)
        .result()
        .after()
        .baseline(0);
  }

  /** Requests of a plain walk, and how many of the items that stayed it lost and repeated. */
  private static String plain(int size, Slicing slicing, ReorderDirection direction, int changes) {
    ServiceModel service = changing(size, slicing, direction, changes);
    List<Long> given = service.read(ChatListQuery.builder().pagingMode(PagingMode.PLAIN).build());
    Set<Long> once = new HashSet<>(given);
    long lost = service.stayed().stream().filter(key -> !once.contains(key)).count();
    return "%d, lost %d, twice %d".formatted(service.requests(), lost, given.size() - once.size());
  }

  private static int requests(
      int size,
      Slicing slicing,
      ReorderDirection direction,
      int changes,
      int lookAhead,
      PagingMode mode) {
    ServiceModel service = changing(size, slicing, direction, changes);
    service.notesWhatStays = false;
    service.read(ChatListQuery.builder().lookAhead(lookAhead).pagingMode(mode).build());
    return service.requests();
  }

  private static ServiceModel changing(
      int size, Slicing slicing, ReorderDirection direction, int changes) {
    ServiceModel service = ServiceModel.of(size);
    service.slicing = slicing;
    service.reorderDirection = direction;
    if (slicing != Slicing.FILTER_FIRST) {
      for (long key = 1; key <= size; key++) {
        service.hide(key, key % 2 == 0);
      }
    }
    Random random = new Random(7);
    long[] nextKey = {1_000_000};
    service.script =
        request -> {
          for (int i = 0; i < changes; i++) {
            int place = random.nextInt(service.size());
            switch (random.nextInt(3)) {
              case 0 -> service.activityAt(place);
              case 1 -> service.insertAt(place, nextKey[0]++);
              default -> service.remove(service.keyAt(place));
            }
          }
        };
    return service;
  }
}
