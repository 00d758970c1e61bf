package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.internal.paging.DeliveredKeys.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The keys of a walk as text: blocks of 64, 128, 256 … and the rest. */
final class DeliveredKeysTest {
  private static final int BLOCK = 64;

  private final DeliveredKeys keys = new DeliveredKeys();
  private final List<Long> all = new ArrayList<>();

  DeliveredKeysTest() {
    LongStream.range(0, 1_000).map(i -> i * 37).forEach(all::add);
    Collections.shuffle(all, new Random(5));
  }

  @Test
  void eachMomentHasTheKeysUntilThen() {
    for (int size : new int[] {1, BLOCK, BLOCK + 1, 3 * BLOCK, 3 * BLOCK + 5, 777, 1_000}) {
      addUntil(size);

      assertThat(decoded(keys.snapshot()))
          .as("%s keys", size)
          .containsExactlyInAnyOrderElementsOf(all.subList(0, size));
      assertThat(decoded(keys.snapshot(size / 2)))
          .containsExactlyInAnyOrderElementsOf(all.subList(0, size / 2));
    }
  }

  @Test
  void blocksAreCodedOnceAndTheRestEachTime() {
    addUntil(3 * BLOCK + 5);
    List<String> before = keys.snapshot().coded();
    addUntil(3 * BLOCK + 9);
    List<String> after = keys.snapshot().coded();

    assertThat(before).hasSize(3);
    assertThat(after).hasSize(3);
    assertThat(after.get(0)).isSameAs(before.get(0));
    assertThat(after.get(1)).isSameAs(before.get(1));
    assertThat(after.get(2)).isNotEqualTo(before.get(2));
  }

  @Test
  void aBlockTakesTwoCharactersAKeyInWhateverOrderTheyCame() {
    addUntil(BLOCK);

    assertThat(keys.snapshot().coded())
        .singleElement()
        .asString()
        .hasSizeBetween(2 * BLOCK, 3 * BLOCK);
  }

  @Test
  void aSingleBlockIsOneToo() {
    addUntil(BLOCK + 1);

    assertThat(keys.snapshot(BLOCK).coded()).hasSize(1);
    assertThat(keys.snapshot().coded()).hasSize(2);
  }

  private void addUntil(int size) {
    all.subList(keys.size(), size).forEach(keys::add);
  }

  private static List<Long> decoded(Snapshot snapshot) {
    List<Long> decoded = new ArrayList<>();
    for (String part : snapshot.coded()) {
      for (long key : Objects.requireNonNull(KeyCode.decode(part))) {
        decoded.add(key);
      }
    }
    return decoded;
  }
}
