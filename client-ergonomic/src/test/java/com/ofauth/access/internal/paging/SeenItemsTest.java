package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a walk knows of what it has seen. */
final class SeenItemsTest {
  private static final SeenItem A = SeenItem.of(1, "v1");
  private static final SeenItem A_MOVED = SeenItem.of(1, "v2");
  private static final SeenItem B = SeenItem.of(2, "v1");
  private static final SeenItem C = SeenItem.of(3, "v1");
  private static final SeenItem D = SeenItem.of(4, "v1");
  private static final SeenItem PLAIN = SeenItem.of(5, null);

  @Test
  void anItemIsHeldInTheVersionInWhichItWasSeenLast() {
    SeenItems seen = seen(A, B, A_MOVED, PLAIN);

    assertThat(seen.holds(A)).isFalse();
    assertThat(seen.holds(A_MOVED)).isTrue();
    assertThat(seen.knows(A)).isTrue();
    assertThat(seen.knows(C)).isFalse();
    assertThat(seen.holds(PLAIN)).as("without a version it can have moved").isFalse();
    assertThat(seen.knows(PLAIN)).isTrue();
  }

  @Test
  void allAreKnownAsTheyAreIfEachIsHeldOrHasNoVersion() {
    SeenItems seen = seen(A, B, PLAIN);

    assertThat(seen.knowsAllAsTheyAre(List.of(A, PLAIN, B))).isTrue();
    assertThat(seen.knowsAllAsTheyAre(List.of(A, A_MOVED))).isFalse();
    assertThat(seen.knowsAllAsTheyAre(List.of(A, C))).isFalse();
    assertThat(seen.knowsAllAsTheyAre(List.of(PLAIN, SeenItem.of(6, null)))).isFalse();
  }

  @Test
  void theLastAnchorOfAPageIsTheOneThatWasSeenLastOrTheLowest() {
    SeenItems seen = seen(A, B, C, PLAIN);

    assertThat(seen.indexOfLastAnchor(List.of(C, A, B, D))).isZero();
    assertThat(seen.indexOfLastAnchor(List.of(A, B, D, PLAIN))).isEqualTo(1);
    assertThat(seen.indexOfLastAnchor(List.of(D, PLAIN))).isEqualTo(-1);
    assertThat(seen.isLastAnchor(C)).isTrue();
    assertThat(seen.isLastAnchor(B)).isFalse();
  }

  @Test
  void nothingIsAnAnchorWhereNothingHasAVersion() {
    SeenItems seen = seen(PLAIN);

    assertThat(seen.hasNoAnchors()).isTrue();
    assertThat(seen.isEmpty()).isFalse();
    assertThat(seen.isLastAnchor(PLAIN)).isFalse();
    seen.add(A.mark());
    assertThat(seen.hasNoAnchors()).isFalse();
    seen.clear();
    assertThat(seen.isEmpty()).isTrue();
    assertThat(seen.hasNoAnchors()).isTrue();
  }

  @Test
  void aLaterPassStandsBeforeWhatOnlyTheOneBeforeKnows() {
    SeenItems before = seen(A, B, C);
    SeenItems later = seen(D, A_MOVED);

    before.merge(later);

    assertThat(before.summary()).containsExactlyElementsOf(marks(D, A_MOVED, B, C));
    assertThat(before.holds(A)).isFalse();
    assertThat(before.isLastAnchor(A_MOVED)).isTrue();
  }

  @Test
  void whatIsNoAnchorIsNotTakenOver() {
    SeenItems before = seen(A, PLAIN, B);
    before.merge(seen(C, SeenItem.of(6, null), D));

    assertThat(before.summary()).containsExactlyElementsOf(marks(C, D, A, B));
    assertThat(before.knows(PLAIN)).isFalse();
    assertThat(before.knows(SeenItem.of(6, null))).isFalse();
  }

  @Test
  void theFirstPassIsTakenOverAsItIs() {
    SeenItems before = seen();
    SeenItems later = seen(A, B);
    before.merge(later);
    assertThat(before.summary()).containsExactlyElementsOf(marks(A, B));
    assertThat(later.isEmpty()).as("gave it away").isTrue();

    SeenItems mixed = seen();
    mixed.merge(seen(A, PLAIN, A_MOVED));
    assertThat(mixed.summary()).containsExactlyElementsOf(marks(A_MOVED));
    assertThat(mixed.knows(PLAIN)).isFalse();
  }

  @Test
  void aSummaryKeepsTheEndsAndSomeBetween() {
    SeenItems seen = new SeenItems();
    for (int key = 0; key < 1_000; key++) {
      seen.add(SeenItem.of(key, "v").mark());
    }
    List<Long> all =
        Stream.iterate(0, key -> key + 1)
            .limit(1_000)
            .map(k -> SeenItem.of(k, "v").mark())
            .toList();

    assertThat(seen.summary())
        .startsWith(all.subList(0, 40).toArray(Long[]::new))
        .endsWith(all.subList(960, 1_000).toArray(Long[]::new))
        .hasSizeBetween(90, 140)
        .isSubsetOf(all);
    assertThat(seen.summaryOfTheEnd())
        .endsWith(all.subList(980, 1_000).toArray(Long[]::new))
        .doesNotContain(all.get(1), all.get(2))
        .hasSizeBetween(30, 60);
  }

  @Test
  void aSummaryKeepsSoManyAnchorsAtTheEndAmongWhatHasNoVersion() {
    SeenItems seen = new SeenItems();
    for (int key = 0; key < 200; key++) {
      seen.add(SeenItem.of(key, key % 2 == 0 ? "v" : null).mark());
    }

    List<Long> summary = seen.summaryOfTheEnd();

    assertThat(summary.stream().filter(SeenItem::isVersioned)).hasSizeGreaterThanOrEqualTo(20);
    assertThat(summary).contains(SeenItem.of(199, null).mark(), SeenItem.of(161, null).mark());
    assertThat(summary).doesNotContain(SeenItem.of(1, null).mark());
  }

  @Test
  void aSummaryKeepsNoMarkThatHoldsNoLonger() {
    SeenItems seen = new SeenItems();
    for (int key = 0; key < 300; key++) {
      seen.add(SeenItem.of(key, "v1").mark());
    }
    for (int key = 0; key < 30; key++) {
      seen.add(SeenItem.of(key, "v2").mark());
      seen.add(SeenItem.of(key + 100, "v2").mark());
    }
    List<Long> outdated =
        LongStream.range(0, 30)
            .flatMap(key -> LongStream.of(key, key + 100))
            .map(key -> SeenItem.of(key, "v1").mark())
            .boxed()
            .toList();

    assertThat(seen.summary()).isNotEmpty().doesNotContainAnyElementsOf(outdated);
    assertThat(seen.summaryOfTheEnd()).isNotEmpty().doesNotContainAnyElementsOf(outdated);
  }

  @Test
  void aMarkTellsKeyAndVersionApart() {
    assertThat(SeenItem.keyMark(A.mark())).isEqualTo(SeenItem.keyMark(A_MOVED.mark()));
    assertThat(SeenItem.keyMark(A.mark())).isNotEqualTo(SeenItem.keyMark(B.mark()));
    assertThat(A.mark()).isNotEqualTo(A_MOVED.mark());
    assertThat(A.isVersioned()).isTrue();
    assertThat(PLAIN.isVersioned()).isFalse();
  }

  @Test
  void marksTellKeysApartThatDifferInAnyOfTheirBits() {
    for (int shift : new int[] {0, 20, 32, 44}) {
      assertThat(LongStream.range(0, 20_000).map(i -> SeenItem.of(i << shift, "v").mark()))
          .as("keys shifted by %s", shift)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void marksTellVersionsApart() {
    assertThat(LongStream.range(0, 20_000).map(i -> SeenItem.of(1, "v" + i).mark()))
        .doesNotHaveDuplicates();
  }

  private static SeenItems seen(SeenItem... items) {
    SeenItems seen = new SeenItems();
    seen.addAll(List.of(items));
    return seen;
  }

  private static List<Long> marks(SeenItem... items) {
    return Stream.of(items).map(SeenItem::mark).toList();
  }
}
