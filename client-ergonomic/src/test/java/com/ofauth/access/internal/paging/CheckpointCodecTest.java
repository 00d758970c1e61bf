package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.internal.paging.Baseline.Entry;
import com.ofauth.access.internal.paging.CheckpointCodec.Content;
import com.ofauth.access.internal.paging.CheckpointCodec.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint tells all that a walk has to know of itself. */
final class CheckpointCodecTest {
  private static final Baseline NOTHING = new Baseline(List.of(), 0, true, true, false, false);

  static Stream<WindowPlanner> planners() {
    WindowPlanner begin = WindowPlanner.at(0);
    return Stream.concat(
        Stream.of(
            begin,
            WindowPlanner.at(1_000_000),
            planner(127, 128, 1L << 40, 5, 1, false, false, false),
            planner(3, 4, 200, 0, 12, false, false, false),
            planner(3, 4, 200, WindowPlanner.NONE, 12, false, false, false)),
        IntStream.range(1, 8)
            .mapToObj(
                flags ->
                    planner(
                        10,
                        12,
                        20,
                        WindowPlanner.NONE,
                        3,
                        (flags & 1) != 0,
                        (flags & 2) != 0,
                        (flags & 4) != 0)));
  }

  @ParameterizedTest
  @MethodSource("planners")
  void holdsWhereTheNextWindowBegins(WindowPlanner planner) {
    assertThat(read(Kind.WALK, state(planner, null, false, List.of(), NOTHING)).planner())
        .isEqualTo(planner);
  }

  static Stream<Baseline> baselines() {
    List<Entry> entries =
        List.of(
            new Entry(-1, true, 0),
            new Entry(42L << 32 | 7, false, 3),
            new Entry(5, true, 1 << 20));
    return IntStream.range(0, 16)
        .mapToObj(
            flags ->
                new Baseline(
                    entries,
                    flags * 1_000,
                    (flags & 1) != 0,
                    (flags & 2) != 0,
                    (flags & 4) != 0,
                    (flags & 8) != 0));
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void holdsWhereNewsBegins(Baseline baseline) {
    List<Long> anchors = List.of(9L, 42L << 32 | 7, 5L);
    WalkState state = state(WindowPlanner.at(0), null, false, anchors, baseline);

    assertThat(read(Kind.NEWS, state).baseline()).isEqualTo(baseline);
    assertThat(read(Kind.WALK, state).baseline()).isEqualTo(baseline);
    assertThat(read(Kind.WALK, state).anchors()).isEqualTo(anchors);
  }

  @ParameterizedTest
  @CsvSource({
    "WALK, true, true",
    "WALK, true, false",
    "COMPACT_WALK, false, true",
    "COPY, false, false"
  })
  void holdsTheRestOfAWalk(Kind kind, boolean closing, boolean anew) {
    WalkState state =
        new WalkState(
            WindowPlanner.at(0),
            "cursor with ünïcode",
            closing,
            anew,
            new LeftOut.Count(300, marks(LeftOut.Count.MAX_MARKS)),
            List.of(),
            NOTHING,
            DeliveredKeys.Snapshot.of(List.of(new long[] {3, 5, 1L << 50})),
            kind != Kind.WALK);

    WalkState read = read(kind, state);

    assertThat(read.cursor()).isEqualTo("cursor with ünïcode");
    assertThat(read.closing()).isEqualTo(closing);
    assertThat(read.anew()).isEqualTo(anew);
    assertThat(read.leftOut()).isEqualTo(state.leftOut());
    assertThat(read.compact()).isEqualTo(kind != Kind.WALK);
    assertThat(read.given().size()).isEqualTo(kind == Kind.WALK ? 3 : 0);
    assertThat(read(kind, state(WindowPlanner.at(0), null, false, List.of(), NOTHING)).cursor())
        .isNull();
  }

  @Test
  void holdsWhatItBelongsTo() {
    Content content = content(Kind.NEWS, WalkState.begin(0).with(NOTHING));

    assertThat(CheckpointCodec.decode(CheckpointCodec.encode(content)))
        .extracting(
            Content::kind, Content::operationId, Content::connectionMark, Content::queryMark)
        .containsExactly(Kind.NEWS, "listItems", -5L, 1L << 60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A place of a walk that lies before its beginning.
        "-1",
        "-9223372036854775808"
      })
  void refusesAPlaceThatCannotBe(long start) {
    String body =
        CheckpointCodec.encode(
            content(
                Kind.WALK,
                state(
                    planner(start, 0, 0, 0, 1, false, false, false),
                    null,
                    false,
                    List.of(),
                    NOTHING)));

    assertThatThrownBy(() -> CheckpointCodec.decode(body))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void refusesAnotherKindAndWhatIsBehindTheEnd() {
    String body = CheckpointCodec.encode(content(Kind.NEWS, WalkState.begin(0).with(NOTHING)));

    for (String damaged :
        List.of("x" + body.substring(1), body + "AAAA", body + ".", body + ".!")) {
      assertThatThrownBy(() -> CheckpointCodec.decode(damaged))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesMoreMarksThanAWalkKeeps() {
    WalkState state =
        new WalkState(
            WindowPlanner.at(0),
            null,
            /* closing= */ false,
            /* anew= */ false,
            new LeftOut.Count(300, marks(LeftOut.Count.MAX_MARKS + 1)),
            List.of(),
            NOTHING,
            DeliveredKeys.Snapshot.NONE,
            false);

    assertThatThrownBy(() -> read(Kind.WALK, state)).hasMessageContaining("damaged");
  }

  private static List<Integer> marks(int count) {
    return IntStream.range(-5, count - 5).boxed().toList();
  }

  private static WalkState read(Kind kind, WalkState state) {
    return CheckpointCodec.decode(CheckpointCodec.encode(content(kind, state))).state();
  }

  private static Content content(Kind kind, WalkState state) {
    return new Content(kind, "listItems", -5, 1L << 60, state);
  }

  private static WindowPlanner planner(
      long start,
      long last,
      long until,
      long miss,
      long back,
      boolean exact,
      boolean wide,
      boolean shortPages) {
    return new WindowPlanner(
        start, WindowPlanner.Mode.ANCHOR, 0, last, until, exact, miss, back, wide, shortPages);
  }

  private static WalkState state(
      WindowPlanner planner,
      @Nullable String cursor,
      boolean closing,
      List<Long> anchors,
      Baseline baseline) {
    return new WalkState(
        planner,
        cursor,
        closing,
        /* anew= */ false,
        LeftOut.Count.NONE,
        anchors,
        baseline,
        DeliveredKeys.Snapshot.NONE,
        false);
  }
}
