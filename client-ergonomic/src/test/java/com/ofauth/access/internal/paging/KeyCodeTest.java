package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KeyCodeTest {

  static Stream<long[]> keys() {
    Random random = new Random(7);
    return Stream.concat(
        Stream.of(
            new long[] {0},
            new long[] {Long.MIN_VALUE},
            new long[] {-1, Long.MAX_VALUE},
            new long[] {Long.MIN_VALUE, Long.MAX_VALUE},
            new long[] {1, 2, 3, 4, 5, 6, 7, 8},
            // One of them far away from all others.
            LongStream.concat(LongStream.range(0, 500), LongStream.of(1L << 40)).toArray(),
            LongStream.rangeClosed(1, 64).map(i -> i * 1_000_003).toArray(),
            // Each distance from 1 to 50 among many neighbours, for which no low bits are kept.
            LongStream.concat(
                    LongStream.rangeClosed(1, 50).map(i -> i * (i + 1) / 2),
                    LongStream.range(2_000, 4_000))
                .toArray()),
        Stream.generate(
                () ->
                    random
                        .longs(1 + random.nextInt(200), 0, 2L << random.nextInt(60))
                        .sorted()
                        .distinct()
                        .toArray())
            .limit(40));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void readsTheKeysThatItWrote(long[] keys) {
    assertThat(KeyCode.decode(KeyCode.encode(keys))).isEqualTo(keys);
  }

  @Test
  void takesAboutTwoBytesForKeysOfTheUsualDistance() {
    long[] keys = new Random(1).longs(1_000, 0, 1_000_000).sorted().distinct().toArray();

    assertThat(KeyCode.encode(keys)).hasSizeBetween(1_800, 2_100);
    assertThat(KeyCode.encode(new long[] {5})).hasSize(18);
    assertThat(KeyCode.encode(LongStream.range(0, 80).toArray()))
        .as("a bit for each but the first")
        .hasSize((13 + 10) * 8 / 6 + 1);
    assertThat(KeyCode.encode(LongStream.range(1L << 40, (1L << 40) + 80).toArray()))
        .as("wherever they begin")
        .hasSize((13 + 10) * 8 / 6 + 1);
    assertThat(KeyCode.encode(new long[] {5, 133})).as("7 low bits and one").hasSize(19);
  }

  @Test
  void readsNothingFromATextThatIsCutOrLonger() {
    byte[] bytes =
        Base64.getUrlDecoder()
            .decode(KeyCode.encode(LongStream.rangeClosed(1, 40).map(i -> i * i * i).toArray()));

    for (int length = 0; length < bytes.length; length++) {
      assertThat(KeyCode.decode(text(Arrays.copyOf(bytes, length)))).as("%s", length).isNull();
    }
    assertThat(KeyCode.decode(text(Arrays.copyOf(bytes, bytes.length + 1)))).isNull();
  }

  @Test
  void readsNothingFromAHeaderThatCannotBe() {
    byte[] bytes = Base64.getUrlDecoder().decode(KeyCode.encode(new long[] {5}));
    assertThat(KeyCode.decode(text(bytes))).containsExactly(5);

    assertThat(KeyCode.decode(text(Arrays.copyOf(bytes, bytes.length + 1)))).isNull();
    byte[] none = bytes.clone();
    none[3] = 0;
    assertThat(KeyCode.decode(text(none))).as("no key").isNull();
    byte[] many = bytes.clone();
    many[0] = 1;
    assertThat(KeyCode.decode(text(many))).as("more keys than bits").isNull();
    byte[] wide = bytes.clone();
    wide[12] = 62;
    assertThat(KeyCode.decode(text(wide))).containsExactly(5);
    wide[12] = 63;
    assertThat(KeyCode.decode(text(wide))).as("63 low bits").isNull();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
