package com.ofauth.access.internal.limits;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.BucketProvider;
import com.ofauth.access.CallInfo;
import com.ofauth.access.DeadlineExceededException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.TransportException;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.internal.util.TimeSource;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RateLimit;
import com.ofauth.access.testing.ResetHeader;
import com.ofauth.access.testing.RetryAfter;
import com.ofauth.access.testing.WireFault;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RateLimitTest {
  private final SimulatedTime time = new SimulatedTime();
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().clock(time.clock()).start();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void sharesOneBucketBetweenAllViewsOfAConnection() {
    OfAuthClient client = client(builder -> builder.rateLimitPolicy(RateLimitPolicy.of(60, 2)));
    provider.connection().rateLimit(RateLimit.none());

    for (int i = 0; i < 4; i++) {
      client.connection().withTimeout(Duration.ofSeconds(100 + i)).chats().list().firstPage();
    }

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void givesEachConnectionABucketOfItsOwn() {
    OfAuthClient client = client(builder -> builder.rateLimitPolicy(RateLimitPolicy.of(1, 1)));

    for (int i = 0; i < 20; i++) {
      provider.connection("conn_" + i);
      client.connection("conn_" + i).chats().list().firstPage();
    }

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void doesNotLimitWithoutALimit() {
    provider.connection().rateLimit(RateLimit.none());
    OfAuthClient client = client(builder -> builder.rateLimitPolicy(RateLimitPolicy.unlimited()));

    for (int i = 0; i < 200; i++) {
      client.connection().chats().list().firstPage();
    }

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void refusesAtOnceAWaitThatDoesNotFitIntoTheTimeout() {
    provider.connection().rateLimit(RateLimit.none());
    OfAuthClient client =
        client(
            builder ->
                builder.rateLimitPolicy(RateLimitPolicy.of(1, 1)).timeout(Duration.ofSeconds(30)));
    client.connection().chats().list().firstPage();

    assertThatThrownBy(() -> client.connection().chats().list().firstPage())
        .isInstanceOf(DeadlineExceededException.class)
        .hasMessage(
            "A wait of 60 s for the connection's rate limit would not fit into the 30 s left of the"
                + " total timeout of 30 s, so it was not begun [GET /v2/access/chats for connection"
                + " conn_test]");
    assertThat(time.elapsed()).isZero();
    assertThat(provider.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(ResetHeader.class)
  void takesOverABucketThatAnotherProcessHasEmptied(ResetHeader reset) {
    provider.connection().rateLimit(RateLimit.documented().resetHeader(reset));
    provider.connection().spendTokens(85);
    OfAuthClient client = client(builder -> {});

    for (int i = 0; i < 20; i++) {
      client.connection().chats().list().firstPage();
    }

    assertThat(provider.connection().rateLimitedCount()).isZero();
    // Of the 5 tokens left, 2 are left to others.
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void readsTheLevelFromTheResetWhereRemainingIsMissing() {
    provider.faults().always(WireFault.withoutHeader("X-RateLimit-Remaining"));
    provider.connection().spendTokens(85);
    OfAuthClient client = client(builder -> {});

    for (int i = 0; i < 20; i++) {
      client.connection().chats().list().firstPage();
    }

    assertThat(provider.connection().rateLimitedCount()).isZero();
  }

  @Test
  void a429DrainsTheBucketForAllCallers() {
    OfAuthClient client = client(builder -> {});
    provider.faults().next(AnswerFault.rateLimited(RetryAfter.absent()));

    for (int i = 0; i < 10; i++) {
      client.connection().chats().list().firstPage();
    }

    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999999999999999999", "-1", "soon", "0", "4102444800", "86400"})
  void isNotMisledByANonsensicalReset(String reset) {
    provider.faults().always(WireFault.header("X-RateLimit-Reset", reset));
    OfAuthClient client = client(builder -> {});

    for (int i = 0; i < 100; i++) {
      client.connection().chats().list().firstPage();
    }

    assertThat(time.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(12));
    assertThat(provider.connection().rateLimitedCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "4102444800", "9999999999999", "86400", "soon"})
  void isNotMisledByANonsensicalResetWhereRemainingIsMissing(String reset) {
    provider
        .faults()
        .always(
            WireFault.withoutHeader("X-RateLimit-Remaining"),
            WireFault.header("X-RateLimit-Reset", reset));
    OfAuthClient client = client(builder -> {});

    for (int i = 0; i < 89; i++) {
      client.connection().chats().list().firstPage();
    }

    assertThat(time.elapsed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-7", "many", "999999999999", "0"})
  void isNotStoppedByANonsensicalRemaining(String remaining) {
    provider.faults().always(WireFault.header("X-RateLimit-Remaining", remaining));
    OfAuthClient client = client(builder -> {});

    for (int i = 0; i < 20; i++) {
      client.connection().chats().list().firstPage();
    }

    // At worst as if another process took every token but one in three.
    assertThat(time.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void servesWaitingCallersInTheOrderOfTheirComing() throws Exception {
    provider.connection().rateLimit(RateLimit.none());
    Gate gate = new Gate();
    OfAuthClient client =
        client(
            builder -> builder.rateLimitPolicy(RateLimitPolicy.of(60, 1)), time.with(gate::sleep));
    client.connection().chats().list().firstPage();
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int number = i;
      calls.add(threads.submit(() -> call(client, number)));
      gate.awaitThreadsQueueing(i);
    }

    gate.open.countDown();

    for (Future<?> call : calls) {
      call.get(10, TimeUnit.SECONDS);
    }
    threads.shutdown();
    assertThat(gate.heads)
        .containsExactly("caller-0", "caller-1", "caller-2", "caller-3", "caller-4");
  }

  private static void call(OfAuthClient client, int number) {
    Thread.currentThread().setName("caller-" + number);
    client.connection().chats().list().firstPage();
  }

  @Test
  void forgetsConnectionsThatAreLongUnused() {
    RateLimits limits = limits();
    for (int i = 0; i < 50; i++) {
      limits.take(tokenRequest("conn_" + i));
    }
    assertThat(limits.size()).isEqualTo(50);

    time.pass(Duration.ofMinutes(4));
    limits.take(tokenRequest("conn_other"));

    assertThat(limits.size()).isEqualTo(1);
  }

  /** Its bucket of 90 is full after 90 seconds. */
  @Test
  void forgetsAConnectionThatRestedTwiceAsLongAsItsBucketFillsAndLooksForThemAsOften() {
    RateLimits limits = limits();
    limits.take(tokenRequest("conn_resting"));
    List<Integer> sizes = new ArrayList<>();
    for (int seconds : new int[] {100, 80, 1, 179}) {
      time.pass(Duration.ofSeconds(seconds));
      limits.take(tokenRequest("conn_other"));
      if (seconds == 1) {
        limits.take(tokenRequest("conn_after_181_seconds"));
      }
      sizes.add(limits.size());
    }

    assertThat(sizes).as("after 100, 180, 181 and 360 seconds").containsExactly(2, 2, 3, 2);
  }

  @Test
  void forgetsWhatAnotherClientHasLeft() {
    RateLimits ofOneThatWasClosed = limits();
    for (int i = 0; i < 50; i++) {
      ofOneThatWasClosed.take(tokenRequest("conn_" + i));
    }
    RateLimits limits = limits();
    assertThat(limits.size()).isEqualTo(50);

    time.pass(Duration.ofMinutes(4));
    limits.take(tokenRequest("conn_other"));

    assertThat(limits.size()).isEqualTo(1);
  }

  @Test
  void aCallWithoutAnAnswerAsksForNoBucket() {
    RateLimits limits = limits();
    CallInfo call = tokenRequest("conn_test").call();

    limits.learn(call, /* refused= */ false, Headers.of(), 0);
    assertThat(limits.size()).isZero();

    limits.learn(call, /* refused= */ false, Headers.of("Server", "x"), 0);
    assertThat(limits.size()).isEqualTo(1);
  }

  private RateLimits limits() {
    return new RateLimits(
        "http://localhost/", "hash", RateLimitPolicy.defaults(), new OfAuthListener() {}, time);
  }

  private TokenRequest tokenRequest(String connectionId) {
    CallInfo call = bridge().call("listChats", connectionId, "GET", "/v2/access/chats");
    return new TokenRequest(call, 0, Deadline.after(Duration.ofMinutes(2), time));
  }

  @Test
  void keepsQuietAfterA429HoweverSoonItsBucketWouldBeFull() {
    provider.faults().next(AnswerFault.rateLimited(RetryAfter.text("50")));
    provider.connection("conn_other");
    OfAuthClient client =
        client(
            builder ->
                builder
                    .rateLimitPolicy(RateLimitPolicy.of(6000, 1))
                    .retryPolicy(RetryPolicy.none()));
    assertThatThrownBy(() -> client.connection().chats().list().firstPage())
        .isInstanceOf(RateLimitException.class);

    time.pass(Duration.ofSeconds(10));
    client.connection("conn_other").chats().list().firstPage();
    client.connection().chats().list().firstPage();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void takesBucketsFromAProvider() {
    Map<String, Bucket> shared = new ConcurrentHashMap<>();
    BucketProvider buckets =
        (connectionId, limits) ->
            shared.computeIfAbsent(
                connectionId,
                id ->
                    Bucket.builder()
                        .addLimit(limits.getBandwidths()[0])
                        .withCustomTimePrecision(TestMeters.of(time))
                        .build());
    RateLimitPolicy policy = RateLimitPolicy.of(60, 10).withBuckets(buckets);
    provider.connection().rateLimit(RateLimit.none());
    OfAuthClient first = client(builder -> builder.rateLimitPolicy(policy));
    OfAuthClient second = client(builder -> builder.rateLimitPolicy(policy));

    for (int i = 0; i < 10; i++) {
      first.connection().chats().list().firstPage();
      second.connection().chats().list().firstPage();
    }

    // 20 requests, 10 tokens, and one that is left to a service that says nothing.
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(11));
    assertThat(shared).containsOnlyKeys("conn_test");
  }

  @Test
  void failsTheCallWhenABucketFails() {
    OfAuthClient client =
        client(
            builder ->
                builder.rateLimitPolicy(
                    RateLimitPolicy.defaults()
                        .withBuckets(
                            (connection, limits) -> {
                              throw new IllegalStateException(
                                  "the cluster is down\r\nFORGED\u2028" + "x".repeat(100_000));
                            })));

    assertThatThrownBy(() -> client.connection().chats().list().firstPage())
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("the cluster is down  FORGED ")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000))
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(provider.requests()).isEmpty();
  }

  @Test
  void tellsWithAPageWhatRemains() {
    OfAuthClient client = client(builder -> {});

    assertThat(client.connection().chats().list().firstPage().rateLimit())
        .hasValueSatisfying(
            status -> {
              assertThat(status.limit()).hasValue(90);
              assertThat(status.remaining()).hasValue(89);
              assertThat(status.reset()).hasValue(time.clock().instant().plusSeconds(1));
              assertThat(status.isLow()).isFalse();
            });
    provider.connection().spendTokens(80);
    assertThat(client.connection().chats().list().firstPage().rateLimit())
        .hasValueSatisfying(status -> assertThat(status.isLow()).isTrue());
  }

  /** Simulated time in which nobody's wait ends before the gate is open. */
  private final class Gate {
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<String> heads = new CopyOnWriteArrayList<>();

    void awaitThreadsQueueing(int ahead) {
      String name = "caller-" + ahead;
      long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (Thread.getAllStackTraces().entrySet().stream()
          .noneMatch(
              e ->
                  e.getKey().getName().equals(name)
                      && e.getKey().getState() != Thread.State.RUNNABLE
                      && List.of(e.getValue()).toString().contains("ConnectionLimiter.take"))) {
        assertThat(System.nanoTime()).isLessThan(giveUp);
        Thread.onSpinWait();
      }
    }

    void sleep(long nanos) throws InterruptedException {
      heads.add(Thread.currentThread().getName());
      open.await();
      time.sleep(nanos);
    }
  }

  private OfAuthClient client(Consumer<OfAuthClient.Builder> settings) {
    return client(settings, time);
  }

  private OfAuthClient client(Consumer<OfAuthClient.Builder> settings, TimeSource timeSource) {
    OfAuthClient.Builder builder = TestClients.of(provider);
    settings.accept(builder);
    return TestClients.build(builder, timeSource);
  }
}
