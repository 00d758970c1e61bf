package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.internal.paging.Baseline.Entry;
import com.ofauth.access.internal.paging.BaselineTracker.Found;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a walk tells the poll that follows it. */
final class BaselineTrackerTest {
  private final BaselineTracker tracker = resume(Baseline.NONE);

  @Test
  void whatStandsBelowAnItemThatHasNotMovedJoins() {
    give(1, 3);
    tracker.add(new Found(item(9).mark(), /* below= */ false));
    tracker.add(new Found(SeenItem.of(8, null).mark(), /* below= */ true));

    assertThat(tracker.baseline(true).entries())
        .containsExactly(
            known(9),
            joining(1, 0),
            joining(2, 0),
            joining(3, 0),
            new Entry(SeenItem.of(8, null).mark(), false, 0));
    assertThat(tracker.knows(item(9).mark())).isTrue();
    assertThat(tracker.knows(item(1).mark())).isFalse();
  }

  @Test
  void whatComesOnceThePassIsOverIsKnownTheNewestFirst() {
    give(1, 2);
    tracker.close();
    give(3, 4);

    assertThat(tracker.baseline(true).entries())
        .containsExactly(known(4), known(3), joining(1, 0), joining(2, 0));
    assertThat(tracker.baseline(true).mayRepeat()).isFalse();
    assertThat(tracker.baseline(true).ended()).isTrue();
    assertThat(tracker.baseline(false).ended()).isFalse();
  }

  @Test
  void moreThanItKnowsMayRepeat() {
    tracker.close();
    give(1, 40);
    assertThat(tracker.baseline(true).mayRepeat()).isFalse();
    assertThat(tracker.knows(item(1).mark())).isTrue();

    give(41, 41);

    assertThat(tracker.baseline(true).mayRepeat()).isTrue();
    assertThat(tracker.baseline(true).entries()).hasSize(40).startsWith(known(41));
    assertThat(tracker.knows(item(1).mark())).isFalse();
  }

  @Test
  void keepsFortyWithoutGapsAndFewerBelow() {
    give(1, 40);
    assertThat(tracker.baseline(true).complete()).isTrue();

    give(41, 60);

    // At the depths 45 and 52, each at least 1.15 times the one before.
    List<Entry> entries = tracker.baseline(true).entries();
    assertThat(entries.subList(0, 40)).allMatch(entry -> entry.gap() == 0);
    assertThat(entries.subList(40, entries.size())).containsExactly(joining(46, 5), joining(53, 6));
    assertThat(tracker.baseline(true).below()).isEqualTo(7);
    assertThat(tracker.baseline(true).complete()).isFalse();
  }

  @Test
  void keepsWhatStandsExactlyAsDeepAsItHasTo() {
    give(1, 40);
    BaselineTracker resumed = resume(tracker.baseline(false));

    // 40 times 1.15 is 46: so many stand above the chat 47.
    give(resumed, 41, 47);

    assertThat(resumed.baseline(true).entries()).hasSize(41).endsWith(joining(47, 6));
  }

  @Test
  void anotherLegGoesOnWithTheSameGaps() {
    give(1, 50);
    Baseline half = tracker.baseline(false);
    give(51, 90);
    Baseline whole = tracker.baseline(true);

    BaselineTracker resumed = resume(half);
    assertThat(resumed.baseline(false)).isEqualTo(half);
    give(resumed, 51, 90);

    // The next that is kept stands 1.15 times as deep as the place where the leg began, 50.
    assertThat(resumed.baseline(true).entries().subList(0, 43))
        .startsWith(half.entries().toArray(Entry[]::new))
        .endsWith(joining(46, 5), joining(59, 12), joining(68, 8));
    assertThat(total(resumed.baseline(true))).isEqualTo(90);
    assertThat(total(whole)).isEqualTo(90);
    assertThat(resumed.baseline(true).complete()).isFalse();
  }

  @Test
  void aCopyKeepsItsMoment() {
    give(1, 45);
    tracker.mayRepeat();
    BaselineTracker copy = tracker.copy();
    Baseline moment = tracker.baseline(true);
    give(46, 90);

    assertThat(copy.baseline(true)).isEqualTo(moment);
    give(copy, 46, 90);
    assertThat(copy.baseline(true)).isEqualTo(tracker.baseline(true));
  }

  @Test
  void whatALegAddedAbovePlacesOfAnEarlierOneIsKnownAndNoMore() {
    give(1, 3);
    BaselineTracker resumed = resume(tracker.baseline(false));
    give(resumed, 4, 5);

    resumed.unsettle();

    assertThat(resumed.baseline(true).entries())
        .containsExactlyInAnyOrder(known(4), known(5), joining(1, 0), joining(2, 0), joining(3, 0))
        .endsWith(joining(1, 0), joining(2, 0), joining(3, 0));
    assertThat(resumed.baseline(true).mayRepeat()).isFalse();
  }

  @Test
  void whatAnEarlierLegLeftOutDoesNotMakeItRepeat() {
    Baseline before =
        new Baseline(List.of(joining(1, 0)), /* below= */ 5, true, false, false, false);
    BaselineTracker resumed = resume(before);
    give(resumed, 7, 8);

    resumed.unsettle();

    assertThat(resumed.baseline(true).mayRepeat()).isFalse();
    assertThat(resumed.baseline(true).below()).isEqualTo(5);
  }

  @Test
  void whatALegLeftOutThereMayRepeat() {
    give(1, 45);
    Baseline before = tracker.baseline(false);
    BaselineTracker untouched = resume(before);
    untouched.unsettle();
    assertThat(untouched.baseline(false)).isEqualTo(before);

    BaselineTracker inAGap = resume(before);
    give(inAGap, 46, 47);
    inAGap.unsettle();

    assertThat(inAGap.baseline(true).mayRepeat()).isTrue();
    assertThat(inAGap.baseline(true).below()).isEqualTo(before.below());

    BaselineTracker behindAGap = resume(before);
    give(behindAGap, 46, 75);
    behindAGap.unsettle();
    assertThat(behindAGap.baseline(true).mayRepeat()).isTrue();
  }

  @Test
  void aCopyThatBeginsAnewForgetsAllAndMayRepeat() {
    give(1, 60);
    tracker.add(new Found(item(70).mark(), /* below= */ false));
    tracker.beginAnew();
    assertThat(tracker.baseline(true))
        .isEqualTo(new Baseline(List.of(), 0, true, true, true, false));

    give(1, 41);

    assertThat(tracker.baseline(true).entries()).hasSize(40).startsWith(joining(1, 0));
    assertThat(tracker.baseline(true).below()).isEqualTo(1);
  }

  @Test
  void whatWasToldBeforeIsToldOn() {
    List<Entry> entries = List.of(known(7), joining(1, 2), new Entry(5, false, 1));
    Baseline before = new Baseline(entries, 4, true, true, true, true);

    assertThat(resume(before).baseline(true)).isEqualTo(before);
    assertThat(resume(before).knows(known(7).mark())).isTrue();
  }

  private static int total(Baseline baseline) {
    return baseline.entries().stream().mapToInt(entry -> entry.gap() + 1).sum() + baseline.below();
  }

  private static BaselineTracker resume(Baseline baseline) {
    return BaselineTracker.resume(WalkState.begin(0).with(baseline), /* open= */ true);
  }

  private void give(int from, int to) {
    give(tracker, from, to);
  }

  private static void give(BaselineTracker to, int from, int until) {
    LongStream.rangeClosed(from, until)
        .forEach(key -> to.add(new Found(item(key).mark(), /* below= */ true)));
  }

  private static SeenItem item(long key) {
    return SeenItem.of(key, "v");
  }

  private static Entry joining(long key, int gap) {
    return new Entry(item(key).mark(), true, gap);
  }

  private static Entry known(long key) {
    return new Entry(item(key).mark(), false, 0);
  }
}
