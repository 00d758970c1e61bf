package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LongIndexTest {
  private static final long UPPER = 0xffffffff00000000L;

  @Test
  void findsTheNewestLongOfEachKeyAndKeepsAllInTheirOrder() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      LongIndex index = LongIndex.byUpperHalf();
      List<Long> all = new ArrayList<>();
      Map<Long, Integer> places = new HashMap<>();
      for (int i = 0; i < 3_000; i++) {
        // Few keys, among them 0 and negative ones, so that they come again.
        long value = ((long) (random.nextInt(800) - 400) << 32) | random.nextInt(3);
        index.append(value);
        places.put(value >>> 32, all.size());
        all.add(value);
      }

      assertThat(index.size()).isEqualTo(all.size());
      assertThat(index.keys()).isEqualTo(places.size());
      assertThat(index.copy(0, index.size())).containsExactly(longs(all));
      for (long key = -450; key < 450; key++) {
        long upper = ((key << 32) & UPPER) >>> 32;
        assertThat(index.place(upper)).isEqualTo(places.getOrDefault(upper, -1));
      }
    }
  }

  @Test
  void addsAKeyOnce() {
    LongIndex index = LongIndex.byValue();

    for (long key : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
      assertThat(index.contains(key)).isFalse();
      assertThat(index.add(key)).isTrue();
      assertThat(index.add(key)).isFalse();
      assertThat(index.contains(key)).isTrue();
    }
    assertThat(index.size()).isEqualTo(5);
  }

  @Test
  void addsAnUpperHalfOnce() {
    LongIndex index = LongIndex.byUpperHalf();

    assertThat(index.add(7L << 32 | 1)).isTrue();
    assertThat(index.add(7L << 32 | 2)).isFalse();
    assertThat(index.add(8L << 32 | 1)).isTrue();
  }

  /** A walk has two of them, which makes 40 bytes for each of its items. */
  @Test
  void takesTwelveToTwentyBytesALong() {
    for (int size = 1_000; size < 500_000; size = size * 11 / 10) {
      LongIndex index = LongIndex.byValue();
      for (long key = 0; key < size; key++) {
        index.add(key * 7_919);
      }

      assertThat(index.bytes()).as("bytes of %d longs", size).isBetween(12L * size, 20L * size);
    }
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
