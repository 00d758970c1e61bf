package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.paging.WindowPlanner.Mode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the next window begins. */
final class WindowPlannerTest {
  private static final long NONE = WindowPlanner.NONE;

  // After a window that was taken

  @Test
  void theNextWindowBeginsAtTheLastAnchor() {
    assertThat(WindowPlanner.at(0).taken(page(0, 20, 20), 20, 19, true, 0))
        .isEqualTo(at(19, Mode.ANCHOR, 0, 19, 20, true));
  }

  @Test
  void itBeginsAsMuchEarlierAsTheListHasMovedUp() {
    WindowPlanner next =
        at(19, Mode.ANCHOR, 0, 19, 20, true).taken(page(19, 20, 39), 20, 19, true, 5);

    assertThat(next.start()).isEqualTo(33);
    assertThat(next.wide()).as("ask for all that there is").isTrue();
    assertThat(at(3, Mode.ANCHOR, 0, 3, 4, true).taken(page(3, 20, 23), 20, 19, true, 30))
        .extracting(WindowPlanner::start, WindowPlanner::mode)
        .containsExactly(0L, Mode.ROOT);
  }

  @Test
  void itBeginsBehindAPageThatIsNotFull() {
    assertThat(WindowPlanner.at(0).taken(page(0, 12, 12), 20, 11, true, 0))
        .isEqualTo(at(12, Mode.ANCHOR, 0, 11, 12, true));
  }

  @Test
  void itBeginsBehindSuchAPageInTheMiddleOfTheListToo() {
    assertThat(at(30, Mode.ANCHOR, 11, 30, 31, true).taken(page(30, 12, 42), 20, 11, true, 0))
        .isEqualTo(at(42, Mode.ANCHOR, 30, 41, 42, true));
  }

  @Test
  void aFullPageIsFullEvenIfTheServiceSaysThatItEndsEarlier() {
    assertThat(WindowPlanner.at(0).taken(page(0, 20, 15), 20, 19, true, 0).start()).isEqualTo(19);
  }

  @Test
  void aWindowThatIsReadAgainDoesNotProveThatPagesAreShort() {
    assertThat(WindowPlanner.at(7).readAgain().taken(page(7, 12, 19), 20, 11, true, 0))
        .isEqualTo(at(19, Mode.ANCHOR, 7, 18, 19, true));
  }

  @ParameterizedTest
  @CsvSource({
    // The next window overlaps, since this one led further or shows an anchor behind its first
    // item.
    "8, 20, 7, true, 19, ANCHOR",
    "8, 20, 7, false, 19, ANCHOR",
    "8, 20, 0, true, 16, KEYS",
    "1, 13, 0, true, 13, KEYS",
    // It begins behind this one.
    "8, 20, 0, false, 20, ANCHOR",
    "8, 22, 7, false, 22, ANCHOR"
  })
  void behindAShortPageItOverlapsWhereThatLeadsOn(
      int slots, long end, int lastAnchor, boolean ledFurther, long start, Mode mode) {
    WindowPlanner amongShortPages =
        new WindowPlanner(12, Mode.ANCHOR, 0, 11, 12, true, NONE, 3, false, true);

    assertThat(amongShortPages.taken(page(12, slots, end), 20, lastAnchor, ledFurther, 0))
        .extracting(WindowPlanner::start, WindowPlanner::mode)
        .containsExactly(start, mode);
  }

  @Test
  void itOverlapsOnceAPageBehindOneThatWasNotFullShowsItems() {
    WindowPlanner behind = at(12, Mode.ANCHOR, 0, 11, 12, true);

    WindowPlanner next = behind.taken(page(12, 12, 24), 20, 11, true, 0);

    assertThat(next.shortPages()).isTrue();
    assertThat(next.start()).isEqualTo(23);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 40, 60, 20, 50",
    "20, 40, 45, 5, 43",
    "20, 40, 41, 1, 41",
    "10, 40, 60, 20, 50",
    "10, 40, 45, 5, 40"
  })
  void withoutAnAnchorTheNextWindowOverlapsByHalf(
      int asked, long from, long end, int slots, long start) {
    assertThat(
            at(from, Mode.ANCHOR, 30, from, from, true)
                .taken(page(from, slots, end), asked, -1, true, 0))
        .isEqualTo(
            new WindowPlanner(start, Mode.KEYS, from, from, end, false, NONE, 3, true, false));
  }

  @Test
  void withoutAnyItemTheNextWindowIsBlindOrBeginsTheList() {
    assertThat(at(40, Mode.ANCHOR, 30, 40, 40, true).taken(page(40, 0, 60), 20, -1, false, 0))
        .extracting(WindowPlanner::start, WindowPlanner::mode)
        .containsExactly(50L, Mode.BLIND);
    assertThat(WindowPlanner.at(0).taken(page(0, 0, 20), 20, -1, false, 0))
        .extracting(WindowPlanner::start, WindowPlanner::mode)
        .containsExactly(10L, Mode.ROOT);
  }

  @Test
  void anAnchorThatBeginsItsPageWouldShowTheSamePageAgain() {
    assertThat(at(19, Mode.ANCHOR, 0, 19, 20, true).taken(page(19, 20, 39), 20, 0, true, 0))
        .isEqualTo(new WindowPlanner(29, Mode.KEYS, 19, 19, 39, true, NONE, 3, true, false));
  }

  @ParameterizedTest
  @CsvSource({
    // Behind the anchor by one at least, where nothing new came and the list stands still.
    "20, false, 0, 20, false",
    "20, false, 5, 14, true",
    "5, false, 0, 19, true",
    "5, true, 0, 19, true"
  })
  void anAnchorThatBeginsAPageWithoutNewsIsPassedByOne(
      int asked, boolean ledFurther, long moved, long start, boolean wide) {
    assertThat(
            at(19, Mode.ANCHOR, 0, 19, 20, true)
                .taken(page(19, 20, 39), asked, 0, ledFurther, moved))
        .extracting(WindowPlanner::start, WindowPlanner::mode, WindowPlanner::wide)
        .containsExactly(start, Mode.ANCHOR, wide);
  }

  @ParameterizedTest
  @CsvSource({"5, 0, ANCHOR, false", "20, 10, KEYS, true"})
  void anAnchorThatBeginsTheListIsAskedForWithMore(int asked, long start, Mode mode, boolean wide) {
    assertThat(WindowPlanner.at(0).taken(page(0, 20, 20), asked, 0, true, 0))
        .extracting(WindowPlanner::start, WindowPlanner::mode, WindowPlanner::wide)
        .containsExactly(start, mode, wide);
  }

  @Test
  void noWindowBeginsBeforeTheEndOfAPageOfOneItemThatMissedTheAnchor() {
    WindowPlanner closingIn =
        new WindowPlanner(10, Mode.ANCHOR, 0, 10, 20, true, 11, 3, false, false);

    assertThat(closingIn.taken(page(10, 1, 11), 20, 0, false, 0))
        .extracting(WindowPlanner::start, WindowPlanner::mode)
        .containsExactly(11L, Mode.BLIND);
  }

  @ParameterizedTest
  @CsvSource({"11, 19, 20, BLIND", "12, 19, 11, ANCHOR", "12, 2, 11, ANCHOR", "13, 2, 12, ANCHOR"})
  void noWindowBeginsWhereTheAnchorDidNotShow(long miss, int lastAnchor, long start, Mode mode) {
    WindowPlanner closingIn =
        new WindowPlanner(10, Mode.ANCHOR, 0, 10, 20, true, miss, 3, false, false);

    WindowPlanner same = closingIn.taken(page(10, 20, 30), 20, lastAnchor, false, 0);
    WindowPlanner further = closingIn.taken(page(10, 20, 30), 20, lastAnchor, true, 0);

    assertThat(same.start()).isEqualTo(start);
    assertThat(same.mode()).isEqualTo(mode);
    assertThat(same.miss()).isEqualTo(mode == Mode.BLIND ? NONE : miss);
    assertThat(further.start()).as("another anchor").isEqualTo(10 + lastAnchor);
    assertThat(further.miss()).isEqualTo(NONE);
  }

  @ParameterizedTest
  @CsvSource({"19, 0, 34, 34", "15, 0, 30, 15", "15, 4, 26, 15", "15, -4, 30, 15"})
  void behindAPageThatWasFilledByLookingOnTheAnchorStandsFurtherDown(
      int lastAnchor, long moved, long start, long anchor) {
    WindowPlanner next = WindowPlanner.at(0).taken(page(0, 20, 35), 20, lastAnchor, true, moved);

    assertThat(next)
        .extracting(WindowPlanner::start, WindowPlanner::last)
        .containsExactly(start, anchor);
    assertThat(next.exact()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"5, 20, 11", "1, 20, 10", "10, 20, 15", "19, 20, 17"})
  void behindAPageThatHidesItemsTheOverlapGrowsWithWhatIsHidden(int slots, long end, long start) {
    assertThat(WindowPlanner.at(0).taken(page(0, slots, end), 20, slots - 1, true, 0))
        .extracting(WindowPlanner::start, WindowPlanner::last, WindowPlanner::mode)
        .containsExactly(start, slots - 1L, Mode.ANCHOR);
  }

  // How far the list has moved

  @ParameterizedTest
  @CsvSource({"24, 0, 0", "24, 3, -3", "20, 4, 0", "20, 1, 3", "24, -1, 20"})
  void theAnchorTellsHowFarTheListHasMovedUp(long from, int anchor, long moved) {
    WindowPlanner planner = at(from, Mode.ANCHOR, 5, 24, 25, true);

    assertThat(planner.movedUp(page(from, 20, from + 20), anchor)).isEqualTo(moved);
  }

  @Test
  void hiddenItemsHideHowFarTheListHasMoved() {
    assertThat(at(19, Mode.ANCHOR, 0, 19, 20, true).movedUp(page(19, 10, 39), 3)).isZero();
    assertThat(at(19, Mode.ANCHOR, 0, 19, 20, false).movedUp(page(19, 20, 39), 3)).isZero();
  }

  // After a window that was not

  @Test
  void stepsBackTwiceAsFarEachTimeDownToTheHead() {
    WindowPlanner first = at(19, Mode.ANCHOR, 0, 19, 20, true).refused(page(19, 20, 39), false);
    WindowPlanner second = first.refused(page(16, 20, 36), false);
    WindowPlanner third = second.refused(page(10, 20, 30), false);

    assertThat(List.of(first, second, third))
        .extracting(WindowPlanner::start)
        .containsExactly(16L, 10L, 0L);
    assertThat(List.of(first, second, third))
        .extracting(WindowPlanner::mode)
        .containsExactly(Mode.ANCHOR, Mode.ANCHOR, Mode.ROOT);
    assertThat(first.wide()).isTrue();
  }

  @Test
  void searchesBelowWhatAnEarlierLegHasGiven() {
    WindowPlanner planner = at(100, Mode.ANCHOR, 80, 100, 120, true);
    // Further and further, until a window shows what was not given; then by halves.
    boolean[] given = {true, true, false, true, false, false, false, false};
    long[] starts = {120, 160, 140, 150, 145, 142, 141, 0};

    for (int i = 0; i < given.length; i++) {
      planner = planner.refused(page(planner.start(), 20, planner.start() + 20), given[i]);
      assertThat(planner.start()).as("after %s", i).isEqualTo(starts[i]);
      assertThat(planner.mode()).isEqualTo(i < given.length - 1 ? Mode.SEARCH : Mode.ROOT);
    }
  }

  @Test
  void anAnchorThatWasHopedForIsLookedForAtItsLowestPlace() {
    WindowPlanner hopes =
        new WindowPlanner(20, Mode.ANCHOR, 0, 15, 20, false, NONE, 3, false, false);

    WindowPlanner next = hopes.refused(page(20, 20, 40), false);

    assertThat(next)
        .isEqualTo(new WindowPlanner(15, Mode.ANCHOR, 0, 15, 20, false, NONE, 3, false, true));
    assertThat(next.refused(page(15, 20, 35), false).start()).as("a step back").isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({"100, 120, 110", "100, 103, 102", "100, 101, 101"})
  void behindAWindowWithNothingInItTheNextIsBlindOverHalfOfTheOneBefore(
      long from, long until, long start) {
    WindowPlanner hopes =
        new WindowPlanner(until, Mode.ANCHOR, from, from, until, false, NONE, 3, false, false);

    assertThat(hopes.refused(page(until, 0, until + 20), false))
        .extracting(WindowPlanner::start, WindowPlanner::mode)
        .containsExactly(start, Mode.BLIND);
  }

  @ParameterizedTest
  @CsvSource({"0, 20, 10", "0, 10, 5", "10, 30, 20"})
  void closesInOnAnAnchorBetweenTheWindowBeforeAndTheOneThatMissedIt(
      long from, long missed, long start) {
    WindowPlanner hopes =
        new WindowPlanner(missed, Mode.ANCHOR, from, from, 30, false, NONE, 3, false, false);

    assertThat(hopes.refused(page(missed, 20, missed + 20), false).start()).isEqualTo(start);
  }

  @Test
  void closesInOnAnAnchorThatDidNotShowAtItsLowestPlace() {
    WindowPlanner hopes = new WindowPlanner(20, Mode.ANCHOR, 0, 15, 20, false, 15, 3, false, false);

    assertThat(hopes.refused(page(20, 20, 40), false).start()).isEqualTo(7);
  }

  // A window with nothing in it

  @ParameterizedTest
  @CsvSource({
    "ROOT, 40, true, true",
    "KEYS, 20, true, true",
    "BLIND, 20, true, true",
    "SEARCH, 40, true, false",
    "SEARCH, 40, false, false",
    // It begins where the anchor is.
    "ANCHOR, 25, true, false",
    "ANCHOR, 25, false, false",
    // It begins behind the anchor, and overlaps the window from 20 to 40 by half or less.
    "ANCHOR, 30, true, true",
    "ANCHOR, 31, true, false",
    "ANCHOR, 39, false, false",
    "ANCHOR, 40, false, true"
  })
  void isTakenWhereNoAnchorHasToShow(Mode mode, long start, boolean hasMore, boolean taken) {
    WindowPlanner planner = at(start, mode, 20, 25, 40, false);

    assertThat(planner.mayBeEmpty(page(start, 0, start + 20, hasMore))).isEqualTo(taken);
  }

  // A pass from the head

  @ParameterizedTest
  @CsvSource({"false, false, false", "false, true, true", "true, false, true"})
  void aPassFromTheHeadKnowsWhatTheServiceDoes(boolean wide, boolean widened, boolean asksForAll) {
    WindowPlanner planner = new WindowPlanner(40, Mode.ANCHOR, 20, 40, 41, true, 45, 6, wide, true);

    assertThat(planner.fromHead(widened))
        .isEqualTo(new WindowPlanner(0, Mode.ROOT, 0, 0, 0, false, NONE, 3, asksForAll, true));
  }

  // What a checkpoint may hold

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, 1, true",
    "5, 7, 7, 7, 9, 2147483647, true",
    "-1, 0, 0, 0, 0, 1, false",
    "0, -1, 0, 0, 0, 1, false",
    "5, 7, 6, 7, 9, 1, false",
    "5, 7, 7, 6, 9, 1, false",
    "5, 7, 7, 7, -1, 1, false",
    "5, 7, 7, 7, 9, 0, false",
    "5, 7, 7, 7, 9, 2147483648, false"
  })
  void knowsAPlaceThatNoWalkCanHaveComeTo(
      long start, long from, long last, long until, long miss, long back, boolean possible) {
    WindowPlanner planner =
        new WindowPlanner(start, Mode.ANCHOR, from, last, until, true, miss, back, false, false);

    assertThat(planner.isPossible()).isEqualTo(possible);
  }

  @Test
  void aWindowThatIsReadAgainNeedsAnAnchorUnlessItBeginsTheList() {
    assertThat(WindowPlanner.at(0).readAgain().mode()).isEqualTo(Mode.ROOT);
    assertThat(WindowPlanner.at(7).readAgain()).isEqualTo(at(7, Mode.ANCHOR, 7, 7, 7, false));
    WindowPlanner blind = at(7, Mode.BLIND, 0, 7, 7, false);
    assertThat(blind.readAgain()).isEqualTo(blind);
  }

  @Test
  void behindAPageThatCannotBeReadNoAnchorIsAskedFor() {
    assertThat(at(19, Mode.ANCHOR, 0, 19, 20, true).pastHole(page(19, 20, 39)))
        .isEqualTo(at(39, Mode.BLIND, 39, 39, 39, false));
    assertThat(WindowPlanner.at(0).pastHole(page(0, 20, 20)))
        .isEqualTo(at(20, Mode.ROOT, 20, 20, 20, false));
  }

  private static WindowPlanner at(
      long start, Mode mode, long from, long last, long until, boolean exact) {
    return new WindowPlanner(start, mode, from, last, until, exact, NONE, 3, false, false);
  }

  private static FetchedPage<Integer> page(long from, int items, long end) {
    return page(from, items, end, /* hasMore= */ true);
  }

  private static FetchedPage<Integer> page(long from, int items, long end, boolean hasMore) {
    List<Integer> shown = Collections.nCopies(items, 1);
    return new FetchedPage<>(
        PageRequest.atOffset(from, 20),
        shown,
        items,
        /* broken= */ List.of(),
        /* deviations= */ List.of(),
        hasMore,
        PageStart.atOffset(end),
        ApiResponse.of(shown),
        /* ahead= */ false);
  }
}
