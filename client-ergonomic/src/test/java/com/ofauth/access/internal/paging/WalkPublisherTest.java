package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.PagingException;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.paging.ChangingList.Item;
import com.ofauth.access.internal.reading.PaginatedList;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/**
 * Runs the technology compatibility kit of Reactive Streams, which is made for another test
 * framework.
 */
class WalkPublisherTest {

  @Test
  void keepsTheRulesOfReactiveStreams() {
    TestListenerAdapter results = new TestListenerAdapter();
    TestNG kit = new TestNG(/* useDefaultListeners= */ false);
    kit.setTestClasses(new Class<?>[] {Verification.class});
    kit.addListener(results);
    kit.run();

    assertThat(results.getFailedTests())
        .extracting(ITestResult::getName, ITestResult::getThrowable)
        .isEmpty();
    assertThat(results.getPassedTests()).hasSizeGreaterThan(20);
  }

  @Test
  void passesAFailureOnWithItsCheckpoint() throws Exception {
    PageSource<Item> broken =
        (position, fresh) -> {
          throw bridge().paging(FailureDetails.of("broken on purpose"));
        };
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    publisher(broken, Runnable::run).subscribe(new FirstSignal(failure));

    assertThat(failure.get(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(PagingException.class, e -> assertThat(e.checkpoint()).isPresent());
  }

  @Test
  void passesAnErrorOnToo() throws Exception {
    PageSource<Item> broken =
        (position, fresh) -> {
          throw new NoClassDefFoundError("broken on purpose");
        };
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    publisher(broken, Runnable::run).subscribe(new FirstSignal(failure));

    assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void givesUpTheWalkOfASubscriberThatCancelsBeforeItsTurn() {
    AtomicInteger closed = new AtomicInteger();
    PageSource<Item> source =
        new PageSource<>() {
          @Override
          public FetchedPage<Item> fetch(PageRequest position, boolean fresh) {
            throw new AssertionError("nobody waits for " + position);
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    List<Runnable> turns = new ArrayList<>();
    CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
    publisher(source, turns::add)
        .subscribe(
            new FirstSignal(new CompletableFuture<>()) {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                super.onSubscribe(subscription);
                subscribed.complete(subscription);
              }
            });
    subscribed.join().cancel();
    turns.forEach(Runnable::run);

    assertThat(turns).hasSize(1);
    assertThat(closed).hasValue(1);
  }

  @Test
  void interruptsNobodyAfterASubscriberHasThrown() {
    PageSource<Item> broken =
        (position, fresh) -> {
          throw bridge().paging(FailureDetails.of("broken on purpose"));
        };
    CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
    FirstSignal throwing =
        new FirstSignal(new CompletableFuture<>()) {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            super.onSubscribe(subscription);
            subscribed.complete(subscription);
          }

          @Override
          public void onError(Throwable throwable) {
            throw new UnsupportedOperationException("a broken subscriber");
          }
        };
    assertThatThrownBy(() -> publisher(broken, Runnable::run).subscribe(throwing))
        .hasMessage("a broken subscriber");

    CompletableFuture.runAsync(() -> subscribed.join().cancel()).join();

    assertThat(Thread.interrupted()).isFalse();
  }

  private static Flow.Publisher<Item> publisher(PageSource<Item> source, Executor workers) {
    WalkPlan<Item> plan = TestPlans.plan(source, ReorderDirection.TO_HEAD, ChatListQuery.all());
    return publisher(() -> plan.walk(workers), workers);
  }

  private static Flow.Publisher<Item> publisher(Supplier<Walk<Item>> walks, Executor workers) {
    return new PaginatedList<>(walks, () -> walks.get().first(), workers, "a test").publisher();
  }

  /** Asks for one item and expects a failure. */
  private static class FirstSignal implements Flow.Subscriber<Item> {
    private final CompletableFuture<Throwable> failure;

    FirstSignal(CompletableFuture<Throwable> failure) {
      this.failure = failure;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(Item item) {
      failure.completeExceptionally(new AssertionError("an item came: " + item));
    }

    @Override
    public void onError(Throwable throwable) {
      failure.complete(throwable);
    }

    @Override
    public void onComplete() {
      failure.completeExceptionally(new AssertionError("the walk ended well"));
    }
  }

  /** What the kit verifies. */
  public static final class Verification extends FlowPublisherVerification<Item> {
    private static final ExecutorService WORKERS =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "tck");
              thread.setDaemon(true);
              return thread;
            });

    /** A kit with time to spare: a slow machine is no broken rule. */
    public Verification() {
      super(new TestEnvironment(2_000, 100));
    }

    @Override
    public Flow.Publisher<Item> createFlowPublisher(long elements) {
      Scenario still =
          new Scenario(
              (int) Math.min(elements, 5_000), 20, 0, 0, 0, ReorderDirection.TO_HEAD, List.of());
      return publisher(
          () -> TestPlans.walk(new ChangingList(still), still, PagingMode.EXACTLY_ONCE), WORKERS);
    }

    @Override
    public Flow.@Nullable Publisher<Item> createFailedFlowPublisher() {
      // A walk can't fail before it is asked for something; the kit means publishers that can.
      return null;
    }

    @Override
    public long maxElementsFromPublisher() {
      return 5_000;
    }
  }
}
