package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpreadTest {

  @Test
  void keepsAllThatFitsIntoBothEnds() {
    assertThat(Spread.indexes(0, 3, 3, 2)).isEmpty();
    assertThat(Spread.indexes(6, 3, 3, 2)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void keepsFewerTowardsTheMiddle() {
    assertThat(Spread.indexes(20, 3, 3, 2))
        .containsExactly(0, 1, 2, 3, 4, 8, 11, 15, 16, 17, 18, 19);
  }

  @Test
  void keepsOneEndAlone() {
    assertThat(Spread.indexes(20, 3, 0, 2)).containsExactly(0, 1, 2, 4, 8, 16);
    assertThat(Spread.indexes(20, 0, 3, 2)).containsExactly(3, 11, 15, 17, 18, 19);
  }

  @Test
  void keepsTheNextWhereTheGrowthIsLessThanAStep() {
    assertThat(Spread.indexes(12, 2, 0, 1.2)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 10);
  }
}
