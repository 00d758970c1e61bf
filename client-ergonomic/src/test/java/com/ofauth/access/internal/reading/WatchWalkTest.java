package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.CallInterruptedException;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.changes.Watch;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.util.LogLines;
import com.ofauth.access.internal.util.SimulatedTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a watch polls, and what ends it, in simulated time. */
final class WatchWalkTest {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final SimulatedTime time = new SimulatedTime();
  private final Deque<ScriptedNews> polls = new ArrayDeque<>();
  private final List<@Nullable Checkpoint> from = new ArrayList<>();

  /** When polls began, in seconds. */
  private final List<Long> begun = new ArrayList<>();

  @Test
  void aPollBeginsAnIntervalAfterTheBeginningOfTheOneBefore() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    poll("slow").then(() -> lasting(4, 1));
    poll("slower").then(() -> lasting(15, 2));
    poll("late").then(() -> lasting(0, 3));

    assertThat(items(watch, 3)).containsExactly(1, 2, 3);
    assertThat(begun).containsExactly(0L, 10L, 25L);
  }

  @Test
  void aPollStartsWhereTheOneBeforeHasCome() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    ScriptedNews first = poll("first").then(() -> List.of(1));
    poll("second").then(() -> List.of(2));

    items(watch, 2);

    assertThat(from).containsExactly(null, first.checkpoint());
  }

  @Test
  void tellsTheCheckpointOfThePollOrOfTheEndOfTheOneBefore() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    ScriptedNews start = poll("start").then(() -> List.of(1));
    assertThat(watch.checkpoint()).isEqualTo(start.checkpoint());

    ScriptedNews first = poll("first").then(() -> List.of(1));
    watch.next();
    assertThat(watch.checkpoint()).isEqualTo(first.checkpoint());
    poll("second").then(() -> List.of(2));
    List<Checkpoint> betweenTwo = new ArrayList<>();
    time.at(Duration.ofSeconds(3), () -> betweenTwo.add(watch.checkpoint()));
    watch.next();
    assertThat(betweenTwo).containsExactly(first.checkpoint());
  }

  @Test
  void faultsThatPassAreWaitedForLongerEachTimeUpToFiveMinutes() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    ScriptedNews poll = poll("down");
    List<Long> asked = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      poll.then(
          () -> {
            asked.add(time.elapsed().toSeconds());
            return down();
          });
    }
    poll.then(() -> List.of(1));

    assertThat(items(watch, 1)).containsExactly(1);
    assertThat(asked).containsExactly(0L, 10L, 30L, 70L, 150L, 310L, 610L, 910L);
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1_210));
    assertThat(begun).as("the poll goes on").containsExactly(0L);
  }

  /** The last is the first that its tenth doubling turns into 0. */
  @ParameterizedTest
  @CsvSource({"2073600000000000, 40", "18014398509481984, 12"})
  void anIntervalOfMoreThanFiveMinutesIsWaitedForAfterEachFault(long nanos, int faults) {
    WatchWalk<Integer> watch = watch(Duration.ofNanos(nanos));
    ScriptedNews poll = poll("down");
    for (int i = 0; i < faults; i++) {
      poll.then(WatchWalkTest::down);
    }
    poll.then(() -> List.of(1));

    items(watch, 1);

    assertThat(time.elapsed()).isEqualTo(Duration.ofNanos(nanos).multipliedBy(faults));
  }

  @Test
  void theFirstOfSeveralFaultsIsLogged() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    ScriptedNews poll = poll("down");
    poll.then(() -> List.of(1));
    poll.then(WatchWalkTest::down).then(WatchWalkTest::down).then(() -> List.of(2));
    poll.then(WatchWalkTest::down).then(() -> List.of(3));

    try (LogLines log = LogLines.record()) {
      items(watch, 1);
      assertThat(log.lines(Level.WARNING)).isEmpty();
      items(watch, 1);
      assertThat(log.lines(Level.WARNING))
          .singleElement()
          .asString()
          .startsWith("A poll for news failed");
      items(watch, 1);
      assertThat(log.lines(Level.WARNING)).hasSize(2);
    }
  }

  @Test
  void aPageEndsTheBackoff() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    ScriptedNews poll = poll("down");
    poll.then(WatchWalkTest::down).then(WatchWalkTest::down).then(() -> List.of(1));
    poll.then(() -> List.of(2)).then(WatchWalkTest::down).then(() -> List.of(3));

    items(watch, 2);
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
    items(watch, 1);
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(40));
  }

  static Stream<Function<FailureDetails, OfAuthException>> whatEndsAWatch() {
    return Stream.of(
        bridge()::sessionExpired,
        bridge()::authentication,
        bridge()::permission,
        bridge()::invalidRequest,
        bridge()::notFound,
        bridge()::callInterrupted);
  }

  @ParameterizedTest
  @MethodSource("whatEndsAWatch")
  void whatOnlyTheUserCanMendEndsIt(Function<FailureDetails, OfAuthException> kind) {
    OfAuthException failure = kind.apply(FailureDetails.of("for good"));
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    poll("ended")
        .then(
            () -> {
              throw failure;
            });

    assertThatThrownBy(watch::next).isSameAs(failure);
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void anInterruptBetweenTwoPollsEndsItWithTheCheckpoint() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    ScriptedNews first = poll("first").then(() -> List.of(1));
    watch.next();
    Thread.currentThread().interrupt();

    CallInterruptedException failure =
        catchThrowableOfType(CallInterruptedException.class, watch::next);

    assertThat(Thread.interrupted()).as("for those further up").isTrue();
    assertThat(failure).hasMessageContaining("interrupted between two polls");
    assertThat(failure.checkpoint()).contains(first.checkpoint());
  }

  @Test
  void aCloseFromElsewhereEndsTheWaitAndLeavesNoInterrupt() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    poll("first").then(() -> List.of(1));
    watch.next();
    poll("second")
        .then(
            () -> {
              CompletableFuture.runAsync(watch::close).join();
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
              return down();
            });

    assertThat(watch.next()).isNull();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(watch.next()).isNull();
    assertThat(begun).hasSize(2);
  }

  @Test
  void aFailureThatACloseHasCausedIsTheEnd() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    poll("first")
        .then(
            () -> {
              CompletableFuture.runAsync(watch::close).join();
              throw bridge().callInterrupted(FailureDetails.of("interrupted"));
            });

    assertThat(watch.next()).isNull();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aCloseWhileNobodyWaitsInterruptsNobody() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    poll("first").then(() -> List.of(1));
    watch.next();

    CompletableFuture.runAsync(watch::close).join();

    assertThat(Thread.interrupted()).isFalse();
    Thread.currentThread().interrupt();
    assertThat(watch.next()).isNull();
    assertThat(Thread.interrupted()).as("an interrupt by others").isTrue();
  }

  @Test
  void aCloseFromWithinAPollInterruptsNobody() {
    WatchWalk<Integer> watch = watch(TEN_SECONDS);
    List<Boolean> interrupted = new ArrayList<>();
    poll("first")
        .then(
            () -> {
              watch.close();
              interrupted.add(Thread.currentThread().isInterrupted());
              return List.of(1);
            });

    watch.next();

    assertThat(interrupted).containsExactly(false);
  }

  @Test
  void aClosedIteratorHasNoFurtherItem() {
    poll("first").then(() -> List.of(1, 2));
    List<WatchWalk<Integer>> walks = new ArrayList<>();
    WatchList<Integer> list =
        new WatchList<>(
            () -> {
              walks.add(watch(TEN_SECONDS));
              return walks.get(0);
            },
            Runnable::run);
    Watch.NewsIterator<Integer> items = list.iterator();
    assertThat(items.hasNext()).isTrue();
    assertThat(items.next()).isEqualTo(1);

    items.close();

    assertThat(items.hasNext()).isFalse();
    assertThat(walks.get(0).next()).isNull();
  }

  private WatchWalk<Integer> watch(Duration interval) {
    return new WatchWalk<>(
        since -> {
          from.add(since);
          begun.add(time.elapsed().toSeconds());
          return polls.remove();
        },
        interval,
        time);
  }

  private ScriptedNews poll(String name) {
    ScriptedNews poll = new ScriptedNews(name);
    polls.add(poll);
    return poll;
  }

  private List<Integer> lasting(int seconds, int item) {
    time.pass(Duration.ofSeconds(seconds));
    return List.of(item);
  }

  private static List<Integer> down() {
    throw bridge().server(FailureDetails.of("down"));
  }

  private static List<Integer> items(WatchWalk<Integer> watch, int pages) {
    Supplier<Page<Integer>> next = () -> Objects.requireNonNull(watch.next());
    return Stream.generate(next).limit(pages).flatMap(page -> page.items().stream()).toList();
  }
}
