package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.paging.ChangingList.Item;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The promise, under thousands of random lists and changes. {@code -Dofauth.cases=1000000} runs as
 * many.
 */
class ExactlyOnceWalkTest {
  private static final int CASES = Integer.getInteger("ofauth.cases", 20_000);

  @Test
  void givesWhatStaysExactlyOnceWhateverChangesMeanwhile() {
    for (long seed = 0; seed < CASES; seed++) {
      verify(seed, Scenario.random(seed));
    }
  }

  @Test
  void givesWhatStaysExactlyOnceWhenSeveralRareChangesMeet() {
    for (long seed = 0; seed < 2L * CASES; seed++) {
      Scenario crowded = Scenario.crowded(seed);
      verify(seed, crowded);
      verify(seed, crowded.withLookAhead(1 + (int) (seed % 3)));
      verify(seed, crowded.resumedAfter(1 + (int) (seed % 3)));
    }
  }

  @Test
  void givesWhatStaysExactlyOnceWhenTheServiceFiltersAfterCuttingItsPages() {
    for (long seed = 0; seed < CASES; seed++) {
      verify(seed, Scenario.random(seed).withHiddenRun(1 + (int) (seed % 4)).withPageSize(20));
    }
  }

  @Test
  void givesWhatStaysExactlyOnceWhenPagesAreFetchedAhead() {
    for (long seed = 0; seed < CASES; seed++) {
      verify(seed, Scenario.random(seed).withLookAhead(1 + (int) (seed % 5)));
    }
  }

  @Test
  void givesWhatStaysExactlyOnceAcrossResumedWalks() {
    for (long seed = 0; seed < CASES / 8; seed++) {
      verify(seed, Scenario.random(seed).resumedAfter(1 + (int) (seed % 4)));
    }
  }

  /** Nothing new comes for a while then, which is no reason to go on without an anchor. */
  @Test
  void losesNothingWhenItBeginsAnewOverWhatItHasGiven() {
    List<Scenario.Change> changes =
        List.of(
            new Scenario.Change(3, Scenario.Kind.ACTIVITY, 0.07),
            new Scenario.Change(9, Scenario.Kind.ACTIVITY, 0.24),
            new Scenario.Change(9, Scenario.Kind.ACTIVITY, 0));

    verify(0, new Scenario(4, 1, 1, 0, 0, ReorderDirection.TO_TAIL, changes));
  }

  /** An anchor from before could stand behind items that were not there then. */
  @Test
  void acceptsNoAnchorFromBeforeItBeganAnew() {
    List<Scenario.Change> changes =
        List.of(
            new Scenario.Change(0, Scenario.Kind.INSERT, 0.4),
            new Scenario.Change(0, Scenario.Kind.INSERT, 0.27),
            new Scenario.Change(1, Scenario.Kind.ACTIVITY, 0.36),
            new Scenario.Change(1, Scenario.Kind.ACTIVITY, 0.82),
            new Scenario.Change(2, Scenario.Kind.ACTIVITY, 0.81),
            new Scenario.Change(2, Scenario.Kind.INSERT, 0.55),
            new Scenario.Change(3, Scenario.Kind.INSERT, 0.29),
            new Scenario.Change(6, Scenario.Kind.REMOVE, 0.35),
            new Scenario.Change(6, Scenario.Kind.REMOVE, 0.08));

    verify(0, new Scenario(2, 1, 0, 0, 0, ReorderDirection.TO_HEAD, changes));
  }

  /**
   * The page that was fetched ahead as the last does not show the chat that moved behind it from
   * the page before, which came after that.
   */
  @Test
  void losesNothingWhenTheLastPageWasFetchedAheadBeforeTheOneInFrontOfIt() {
    Scenario.Change toTheTail = new Scenario.Change(2, Scenario.Kind.ACTIVITY, 0.6);
    Scenario scenario = new Scenario(9, 4, 2, 0, 0, ReorderDirection.TO_TAIL, List.of(toTheTail));
    ChangingList list = new ChangingList(scenario);
    ChatListQuery query = ChatListQuery.builder().pageSize(4).lookAhead(2).build();
    List<Runnable> held = new ArrayList<>();
    Executor lastComesFirst =
        task -> {
          held.add(0, task);
          if (held.size() == 2) {
            held.forEach(Runnable::run);
            held.clear();
          }
        };

    assertThat(readAll(TestPlans.plan(list, ReorderDirection.TO_TAIL, query).walk(lastComesFirst)))
        .extracting(Item::key)
        .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  /** Another page that was fetched ahead is as good as one that was not. */
  @Test
  void readsOnlyTheLastOfThePagesThatWereFetchedAheadOnceMore() {
    Scenario still = new Scenario(60, 20, 0, 0, 0, ReorderDirection.TO_TAIL, List.of());
    ChangingList list = new ChangingList(still);
    PageSource<Item> ahead =
        (position, fresh) -> {
          FetchedPage<Item> page = list.fetch(position, fresh);
          return fresh ? page : page.fetchedAhead();
        };

    assertThat(
            readAll(
                TestPlans.plan(ahead, ReorderDirection.TO_TAIL, ChatListQuery.all()).walk(ahead)))
        .hasSize(60);
    assertThat(list.requests()).isEqualTo(5);
  }

  @Test
  void costsNothingForAListOfOnePage() {
    assertThat(requestsFor(20, 20, PagingMode.EXACTLY_ONCE)).isEqualTo(1);
    assertThat(requestsFor(0, 20, PagingMode.EXACTLY_ONCE)).isEqualTo(1);
  }

  @Test
  void costsAtMostSixPercentAndOneRequestMoreOnAStillList() {
    for (int items = 21; items < 12_000; items += items < 900 ? 1 : 497) {
      int plain = requestsFor(items, 20, PagingMode.PLAIN);
      assertThat(requestsFor(items, 20, PagingMode.EXACTLY_ONCE))
          .as("requests for %s items, %s of them when walking plainly", items, plain)
          .isLessThanOrEqualTo((int) Math.ceil(plain * 1.06) + 1);
    }
  }

  @Test
  void endsWithATypedErrorWhenTheListChangesFasterThanItCanBeRead() {
    // Before each request, as many chats get a message as two pages show: no look at the head finds
    // an item in its place.
    List<Scenario.Change> storm = new ArrayList<>();
    for (int request = 0; request < 2_000; request++) {
      for (int i = 0; i < 10; i++) {
        storm.add(new Scenario.Change(request, Scenario.Kind.ACTIVITY, 0.99));
      }
    }
    Scenario scenario = new Scenario(40, 5, 0, 0, 0, ReorderDirection.TO_HEAD, storm);
    ChangingList list = new ChangingList(scenario);

    assertThatThrownBy(() -> readAll(TestPlans.walk(list, scenario, PagingMode.EXACTLY_ONCE)))
        .isInstanceOfSatisfying(PagingException.class, e -> assertThat(e.checkpoint()).isPresent());
    assertThat(list.requests()).isLessThan(2_000);
  }

  private static int requestsFor(int items, int pageSize, PagingMode mode) {
    Scenario still = new Scenario(items, pageSize, 0, 0, 0, ReorderDirection.TO_HEAD, List.of());
    ChangingList list = new ChangingList(still);
    assertThat(readAll(TestPlans.walk(list, still, mode))).hasSize(items);
    return list.requests();
  }

  private static List<Item> readAll(Walk<Item> walk) {
    List<Item> items = new ArrayList<>();
    TestPlans.readAll(walk, items);
    return items;
  }

  @Test
  void plainWalksLoseAndRepeat() {
    int lost = 0;
    int repeated = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      String problem = problem(Scenario.random(seed), PagingMode.PLAIN);
      lost += problem != null && problem.contains("lost") ? 1 : 0;
      repeated += problem != null && problem.contains("repeated") ? 1 : 0;
    }
    assertThat(lost).isGreaterThan(100);
    assertThat(repeated).isGreaterThan(100);
  }

  private static void verify(long seed, Scenario scenario) {
    String problem = problem(scenario, PagingMode.EXACTLY_ONCE);
    if (problem != null) {
      Scenario small = scenario.shrink(s -> problem(s, PagingMode.EXACTLY_ONCE) != null);
      throw new AssertionError(
          "seed " + seed + ": " + problem(small, PagingMode.EXACTLY_ONCE) + " in " + small);
    }
  }

  /** What is wrong with a walk, or null if it kept the promise. */
  private static @Nullable String problem(Scenario scenario, PagingMode mode) {
    ChangingList list = new ChangingList(scenario);
    List<Item> given = new ArrayList<>();
    try {
      Walk<Item> walk = TestPlans.walk(list, scenario, mode);
      int pages = 0;
      for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
        if (page.items().size() > scenario.pageSize()) {
          return "a page of " + page.items().size();
        }
        given.addAll(page.items());
        if (++pages == scenario.resumeAfter()) {
          pages = 0;
          walk =
              TestPlans.walk(list, scenario, mode, Checkpoint.parse(page.checkpoint().toString()));
        }
      }
    } catch (PagingException e) {
      return "gave up: " + e.getMessage();
    }
    Map<Long, Integer> times = new HashMap<>();
    given.forEach(item -> times.merge(item.key(), 1, Integer::sum));
    Set<Long> lost = new HashSet<>(list.stayed());
    lost.removeAll(times.keySet());
    Set<Long> repeated = new HashSet<>(times.keySet());
    repeated.removeIf(key -> times.getOrDefault(key, 0) == 1);
    return lost.isEmpty() && repeated.isEmpty()
        ? null
        : (lost.isEmpty() ? "" : "lost " + lost)
            + (repeated.isEmpty() ? "" : " repeated " + repeated);
  }
}
