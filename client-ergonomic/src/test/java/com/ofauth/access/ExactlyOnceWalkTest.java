package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChangingList.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The promise, under thousands of random lists and changes. */
class ExactlyOnceWalkTest {
  private static final int CASES = 20_000;

  @Test
  void givesWhatStaysExactlyOnceWhateverChangesMeanwhile() {
    for (long seed = 0; seed < CASES; seed++) {
      verify(seed, Scenario.random(seed));
    }
  }

  @Test
  void givesWhatStaysExactlyOnceWhenTheServiceFiltersAfterCuttingItsPages() {
    for (long seed = 0; seed < CASES; seed++) {
      verify(seed, Scenario.random(seed).withHiddenRun(1 + (int) (seed % 4)).withPageSize(20));
    }
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
    try (Walk<Item> walk = TestPlans.walk(list, scenario, mode)) {
      for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
        if (page.items().size() > scenario.pageSize()) {
          return "a page of " + page.items().size();
        }
        given.addAll(page.items());
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
