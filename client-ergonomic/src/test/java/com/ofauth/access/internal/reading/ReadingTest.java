package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.AsyncPaginated;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.util.SimulatedTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which a list is read, over a walk that is prepared. */
final class ReadingTest {
  private final Deque<Runnable> turns = new ArrayDeque<>();
  private final ScriptedNews walk = ScriptedNews.of(List.of(0, 1), List.of(2), List.of(3, 4));
  private final PaginatedList<Integer> list =
      new PaginatedList<>(() -> walk, walk::first, turns::add, "a test");

  @Test
  void anIteratorFetchesAPageWhenItsFirstItemIsWanted() {
    Iterator<Integer> items = list.iterator();
    assertThat(walk.asked()).isZero();

    assertThat(items.next()).isZero();
    assertThat(items.next()).isOne();
    assertThat(walk.asked()).isEqualTo(1);
    assertThat(items.hasNext()).isTrue();
    assertThat(items.hasNext()).isTrue();
    assertThat(walk.asked()).isEqualTo(2);
  }

  @Test
  void iteratorsEndAndAskNoMoreThen() {
    Iterator<Integer> items = list.iterator();
    items.forEachRemaining(item -> {});
    Iterator<Page<Integer>> pages = list.pages().iterator();

    assertThatThrownBy(items::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("The list has no further item");
    assertThat(items.hasNext()).isFalse();
    assertThat(walk.asked()).isEqualTo(4);
    assertThatThrownBy(pages::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("The list has no further page");
  }

  @Test
  void aStreamIsOrderedWithoutNullsAndClosesItsWalk() {
    try (Stream<Integer> items = list.stream()) {
      assertThat(items.isParallel()).isFalse();
      assertThat(items.spliterator().characteristics())
          .isEqualTo(Spliterator.ORDERED | Spliterator.NONNULL);
      assertThat(walk.closed()).isZero();
    }
    assertThat(walk.closed()).isEqualTo(1);
  }

  @Test
  void aListIsReadToItsEndAndItsWalkIsClosed() {
    assertThat(list.toList()).containsExactly(0, 1, 2, 3, 4);
    assertThat(walk.closed()).isEqualTo(1);
  }

  @Test
  void itemsWithCheckpointsAreThoseOfTheWalk() {
    assertThat(list.withCheckpoints().firstPage().items())
        .extracting(Checkpointed::item)
        .containsExactly(0, 1);
    try (Stream<Checkpointed<Integer>> rest = list.withCheckpoints().stream()) {
      assertThat(rest.map(Checkpointed::item).toList()).containsExactly(2, 3, 4);
    }
    assertThat(walk.closed()).isEqualTo(1);
    assertThat(list.withCheckpoints().toList()).isEmpty();
    assertThat(walk.closed()).isEqualTo(2);
    assertThat(list.withCheckpoints()).hasToString("Paginated{a test}");
  }

  @Test
  void aFailureOfCheckpointedItemsHasTheStartOfTheWalk() {
    OfAuthException failure = bridge().paging(FailureDetails.of("broken on purpose"));
    walk.then(
        () -> {
          throw failure;
        });
    String start = walk.checkpoint().toString();

    assertThatThrownBy(() -> list.withCheckpoints().toList()).isSameAs(failure);
    assertThat(failure.checkpoint()).map(Object::toString).contains(start);
  }

  // On workers

  @Test
  void aFutureComesWithTheTurnOfAWorker() {
    AsyncPaginated<Integer> async = list.async();
    CompletableFuture<Page<Integer>> first = async.firstPage();
    List<Integer> items = new ArrayList<>();
    CompletableFuture<Void> all = async.forEach(items::add);
    assertThat(first).isNotDone();
    assertThat(walk.asked()).isZero();

    work();

    assertThat(first.join().items()).containsExactly(0, 1);
    assertThat(all).isCompletedWithValue(null);
    assertThat(items).containsExactly(2, 3, 4);
    assertThat(walk.closed()).isEqualTo(1);
    assertThat(Thread.interrupted()).as("by a future that was not cancelled").isFalse();
  }

  @Test
  void aFutureGivesPagesAndLists() {
    List<Page<Integer>> pages = new ArrayList<>();
    CompletableFuture<Void> walked = list.async().forEachPage(pages::add);
    work();
    CompletableFuture<List<Integer>> rest = list.async().toList();
    work();

    assertThat(walked).isCompleted();
    assertThat(pages)
        .extracting(Page::items)
        .containsExactly(List.of(0, 1), List.of(2), List.of(3, 4));
    assertThat(rest).isCompletedWithValue(List.of());
  }

  @Test
  void aFutureThatIsCancelledBeforeItsTurnReadsNothing() {
    CompletableFuture<List<Integer>> future = list.async().toList();
    future.cancel(false);
    work();

    assertThat(walk.asked()).isZero();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aFutureThatIsEndedByOthersInterruptsItsWalk() {
    List<Boolean> interrupted = new ArrayList<>();
    ScriptedNews slow = new ScriptedNews("slow");
    List<CompletableFuture<List<Integer>>> futures = new ArrayList<>();
    slow.then(
        () -> {
          CompletableFuture.runAsync(() -> futures.get(0).complete(List.of())).join();
          interrupted.add(Thread.interrupted());
          return List.of(1);
        });
    futures.add(new PaginatedList<>(() -> slow, slow::first, turns::add, "slow").async().toList());
    work();

    assertThat(interrupted).containsExactly(true);
    assertThat(futures.get(0)).isCompletedWithValue(List.of());
  }

  @Test
  void aFailureOfAFutureTellsWhoAskedForIt() {
    OfAuthException failure = bridge().paging(FailureDetails.of("broken on purpose"));
    IllegalStateException ofTheUser = new IllegalStateException("in the action");
    int frames = ofTheUser.getStackTrace().length;
    CompletableFuture<Void> users =
        list.async()
            .forEach(
                item -> {
                  throw ofTheUser;
                });
    work();
    walk.then(
        () -> {
          throw failure;
        });
    CompletableFuture<List<Integer>> sdks = list.async().toList();
    work();

    assertThat(users).isCompletedExceptionally();
    assertThatThrownBy(users::join).hasCause(ofTheUser);
    assertThat(ofTheUser.getStackTrace()).hasSize(frames);
    assertThatThrownBy(sdks::join).hasCause(failure);
    assertThat(failure.getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .containsSubsequence("calledFrom", "aFailureOfAFutureTellsWhoAskedForIt");
    assertThat(Thread.interrupted()).isFalse();
  }

  // News

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void newsTellsOfItsEndWithAndWithoutCheckpoints(int mark) {
    ScriptedNews poll = new ScriptedNews("poll").then(() -> List.of(1));
    poll.cutShort = mark == 0;
    poll.mayRepeat = mark == 1;
    poll.baselineLost = mark == 2;
    Changes<Integer> news = changes(poll);
    assertThat(news.toList()).containsExactly(1);
    Changes<Checkpointed<Integer>> again = news.withCheckpoints();
    assertThat(again.toList()).isEmpty();

    for (Changes<?> one : List.of(news, again)) {
      assertThat(List.of(one.isCutShort(), one.mayRepeat(), one.isBaselineLost()))
          .isEqualTo(List.of(mark == 0, mark == 1, mark == 2));
      assertThat(one.checkpoint()).isEqualTo(poll.checkpoint());
    }
    assertThat(poll.closed()).as("by each list").isEqualTo(2);
  }

  @Test
  void aStreamOfNewsWithCheckpointsClosesItsPoll() {
    ScriptedNews poll = ScriptedNews.of(List.of(1));
    changes(poll).withCheckpoints().stream().close();

    assertThat(poll.closed()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "P24D"})
  void watchesAtTheShortestAndAtTheLongestInterval(Duration interval) {
    assertThat(changes(ScriptedNews.of(List.of(1))).watch(interval).iterator().next()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.999999999S", "P24DT0.000000001S", "PT-1S"})
  void refusesIntervalsOutside(Duration interval) {
    Changes<Integer> news = changes(new ScriptedNews("none"));

    assertThatThrownBy(() -> news.watch(interval))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("interval must be from 1 second to 24 days (both inclusive): " + interval);
  }

  private Changes<Integer> changes(ScriptedNews poll) {
    return new ChangesList<>(since -> poll, turns::add, new SimulatedTime());
  }

  private void work() {
    for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
      turn.run();
    }
  }
}
