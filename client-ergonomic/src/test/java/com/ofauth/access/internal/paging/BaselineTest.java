package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.internal.paging.Baseline.Entry;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is kept of what a poll can start from. */
final class BaselineTest {

  @Test
  void keepsTheHeadWithoutGapsAndFewerBelow() {
    Baseline kept = of(31, 0).compact(4);

    assertThat(kept.entries())
        .extracting(Entry::mark)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 9L, 11L, 13L, 15L, 18L, 21L, 25L, 29L);
    assertThat(kept.entries())
        .extracting(Entry::gap)
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3);
    assertThat(kept.below()).isEqualTo(1);
    assertThat(kept.complete()).isFalse();
  }

  @Test
  void keepsTheFirstThatIsDeepEnough() {
    // 20 times 1.15 is 23.
    assertThat(of(25, 0).compact(21).entries())
        .extracting(Entry::mark)
        .hasSize(22)
        .endsWith(20L, 23L);
  }

  @Test
  void isCompleteAsLongAsNothingIsLeftOut() {
    assertThat(of(8, 0).compact(4)).isEqualTo(of(8, 0));
    assertThat(of(9, 0).compact(4).complete()).isFalse();
    assertThat(of(9, 0).compact(9).complete()).isTrue();
  }

  @Test
  void addsUpWhatWasLeftOutBefore() {
    Baseline kept = of(12, 5).compact(2);

    assertThat(kept.entries().stream().mapToInt(entry -> entry.gap() + 1).sum() + kept.below())
        .as("all that it stands for")
        .isEqualTo(12 * 6 + 7);
    // At the depths 5, 11, 17, 23, 29, 35, 41, 53 and 65.
    assertThat(kept.entries())
        .extracting(Entry::mark)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 8L, 10L);
  }

  private static Baseline of(int entries, int gap) {
    List<Entry> all =
        LongStream.range(0, entries).mapToObj(mark -> new Entry(mark, true, gap)).toList();
    return new Baseline(all, gap == 0 ? 0 : 7, true, true, false, false);
  }
}
