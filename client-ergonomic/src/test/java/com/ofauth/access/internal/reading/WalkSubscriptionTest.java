package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.internal.api.FailureDetails;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a subscriber is given, on workers that work only when the test says so. */
final class WalkSubscriptionTest {
  private final Deque<Runnable> turns = new ArrayDeque<>();
  private final ScriptedNews walk =
      ScriptedNews.of(List.of(0, 1, 2), List.of(3, 4), List.of(5, 6, 7));

  @Test
  void givesAsManyItemsAsWereAskedFor() {
    Received received = subscribe(walk);
    received.subscription().request(2);
    work();
    assertThat(received.signals).containsExactly(0, 1);

    received.subscription().request(2);
    work();
    assertThat(received.signals).containsExactly(0, 1, 2, 3);
    assertThat(walk.closed()).isZero();
  }

  @Test
  void asksForNoPageBeforeOneOfItsItemsIsWanted() {
    Received received = subscribe(walk);
    work();
    assertThat(walk.asked()).isZero();

    received.subscription().request(3);
    work();
    assertThat(walk.asked()).isEqualTo(1);
  }

  @Test
  void takesOneTurnForAllThatIsAskedForBeforeIt() {
    Received received = subscribe(walk);
    received.subscription().request(2);
    received.subscription().request(3);

    assertThat(turns).hasSize(1);
    work();
    assertThat(received.signals).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void completesBehindTheLastItemAndClosesTheWalk() {
    Received received = subscribe(walk);
    received.subscription().request(9);
    work();

    assertThat(received.signals).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, "complete");
    assertThat(walk.closed()).isEqualTo(1);
  }

  @Test
  void aDemandOfMoreThanALongHoldsIsWithoutLimit() {
    Received received = subscribe(walk);
    received.subscription().request(Long.MAX_VALUE);
    received.subscription().request(Long.MAX_VALUE);
    work();

    assertThat(received.signals).hasSize(9).endsWith("complete");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void aRequestOfNothingIsAnErrorAndTheEnd(long n) {
    Received received = subscribe(walk);
    received.subscription().request(n);
    work();
    received.subscription().request(1);
    work();

    assertThat(received.signals)
        .singleElement()
        .isInstanceOfSatisfying(
            IllegalArgumentException.class, e -> assertThat(e).hasMessageEndingWith(": " + n));
    assertThat(walk.closed()).isPositive();
  }

  @Test
  void givesNothingBehindACancelFromWithinAnItem() {
    Received received = subscribe(walk);
    received.onNext = item -> received.subscription().cancel();
    received.subscription().request(5);
    work();

    assertThat(received.signals).containsExactly(0);
    assertThat(walk.closed()).isPositive();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aRequestFromWithinAnItemDoesNotRecurse() {
    Received received = subscribe(walk);
    List<Integer> depths = new ArrayList<>();
    received.onNext =
        item -> {
          int before = received.signals.size();
          received.subscription().request(1);
          depths.add(received.signals.size() - before);
        };
    received.subscription().request(1);
    work();

    assertThat(received.signals).hasSize(9).endsWith("complete");
    assertThat(depths).hasSize(8).containsOnly(0);
  }

  @Test
  void aCancelFromElsewhereInterruptsTheRequestInFlight() {
    List<Boolean> interrupted = new ArrayList<>();
    ScriptedNews slow = new ScriptedNews("slow");
    Received received = subscribe(slow);
    slow.then(
        () -> {
          CompletableFuture.runAsync(received.subscription()::cancel).join();
          interrupted.add(Thread.currentThread().isInterrupted());
          return List.of(1);
        });
    received.subscription().request(5);
    work();

    assertThat(interrupted).containsExactly(true);
    assertThat(received.signals).isEmpty();
    assertThat(slow.closed()).isPositive();
    assertThat(Thread.interrupted()).as("left to the next task of the worker").isFalse();
  }

  @Test
  void leavesAnInterruptAloneThatIsNotItsOwn() {
    Received received = subscribe(walk);
    received.onNext = item -> Thread.currentThread().interrupt();
    received.subscription().request(1);
    work();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void servesWhatIsAskedForInOnSubscribeOnlyOnceThatIsOver() {
    Received received = new Received();
    received.onSubscribe =
        subscription -> {
          subscription.request(1);
          assertThat(turns).isEmpty();
        };
    new WalkPublisher<>(() -> walk, turns::add).subscribe(received);
    work();

    assertThat(received.signals).containsExactly(0);
  }

  @Test
  void workersThatTakeNoMoreAreAnErrorForTheSubscriber() {
    IllegalStateException closed = new IllegalStateException("the client is closed");
    Received received =
        subscribe(
            walk,
            task -> {
              throw closed;
            });
    received.subscription().request(1);
    received.subscription().cancel();

    assertThat(received.signals).containsExactly(closed);
    assertThat(walk.closed()).isEqualTo(1);
  }

  @Test
  void workersThatTakeNoMoreAreNothingToASubscriberThatHasCancelled() {
    Received received =
        subscribe(
            walk,
            task -> {
              throw new IllegalStateException("the client is closed");
            });
    received.subscription().cancel();

    assertThat(received.signals).isEmpty();
  }

  @Test
  void aFailureEndsItAndTellsWhoSubscribed() {
    RuntimeException failure = bridge().paging(FailureDetails.of("broken on purpose"));
    Received received =
        subscribe(
            new ScriptedNews("broken")
                .then(
                    () -> {
                      throw failure;
                    }));
    received.subscription().request(1);
    work();

    assertThat(received.signals).containsExactly(failure);
    assertThat(failure.getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .containsSubsequence("calledFrom", "aFailureEndsItAndTellsWhoSubscribed");
  }

  @Test
  void aFailureBehindACancelIsToldToNobody() {
    ScriptedNews broken = new ScriptedNews("broken");
    Received received = subscribe(broken);
    broken.then(
        () -> {
          received.subscription().cancel();
          throw new IllegalStateException("broken on purpose");
        });
    received.subscription().request(1);
    work();

    assertThat(received.signals).isEmpty();
    assertThat(broken.closed()).as("in the turn that the cancel asked for").isPositive();
  }

  private Received subscribe(Walk<Integer> to) {
    return subscribe(to, turns::add);
  }

  private static Received subscribe(Walk<Integer> to, Executor workers) {
    Received received = new Received();
    new WalkPublisher<>(() -> to, workers).subscribe(received);
    return received;
  }

  private void work() {
    for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
      turn.run();
    }
  }

  private static final class Received implements Flow.Subscriber<Integer> {
    private final List<Object> signals = new ArrayList<>();
    private Consumer<Flow.Subscription> onSubscribe = subscription -> {};
    private Consumer<Integer> onNext = item -> {};
    private Flow.@Nullable Subscription subscription;

    Flow.Subscription subscription() {
      return Objects.requireNonNull(subscription);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      onSubscribe.accept(subscription);
    }

    @Override
    public void onNext(Integer item) {
      signals.add(item);
      onNext.accept(item);
    }

    @Override
    public void onError(Throwable e) {
      signals.add(e);
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }
}
