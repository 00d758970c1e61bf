package com.ofauth.access.internal.limits;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.CallInfo;
import com.ofauth.access.DeadlineExceededException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.WaitReason;
import com.ofauth.access.internal.api.RateLimitHeaders;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.internal.util.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One token a second, 90 at most, 2 of which are left to others; in simulated time. */
@Timeout(20)
final class ConnectionLimiterTest {
  private static final TokenRate RATE = new TokenRate(60, 90, null);
  private static final RateLimitHeaders SILENT = headers(null, null, null);

  private final SimulatedTime time = new SimulatedTime();
  private final List<Duration> waits = new ArrayList<>();
  private final OfAuthListener listener =
      new OfAuthListener() {
        @Override
        public void onWait(CallInfo call, WaitReason reason, Duration wait) {
          assertThat(reason).isEqualTo(WaitReason.RATE_LIMIT);
          waits.add(wait);
        }
      };
  private final ConnectionLimiter limiter = limiter(RATE, time);

  @Test
  void aRefusalEmptiesTheBucket() {
    limiter.learn(SILENT, /* refused= */ true, null, 0);

    assertThat(waitOfNext()).isEqualTo(seconds(1));
    assertThat(waits).containsExactly(seconds(1));
  }

  @ParameterizedTest
  @CsvSource({"30, 30", "59, 59", "60, 60", "61, 60", "86400, 60"})
  void aRefusalKeepsAllQuietAsLongAsItAsksForUpToAMinute(long asked, long quiet) {
    limiter.learn(headers(90L, 0L, 45L), /* refused= */ true, seconds(asked), 0);

    assertThat(waitOfNext()).isEqualTo(seconds(quiet));
    assertThat(waitOfNext()).as("the tokens of that time").isZero();
  }

  @ParameterizedTest
  @CsvSource({"20, 20", "87, 60", "88, 1", "90, 1", "92, 1", "93, 60", "0, 1"})
  void withoutThatUntilTheResetUnlessItIsWhenTheBucketIsFull(long reset, long wait) {
    limiter.learn(headers(90L, 0L, reset), /* refused= */ true, null, 0);

    assertThat(waitOfNext()).isEqualTo(seconds(wait));
  }

  @Test
  void noLaterRefusalMakesTheQuietShorter() {
    limiter.learn(SILENT, /* refused= */ true, seconds(30), 0);
    limiter.learn(SILENT, /* refused= */ true, seconds(5), 0);
    assertThat(waitOfNext()).isEqualTo(seconds(30));

    limiter.learn(SILENT, /* refused= */ true, seconds(5), 0);
    limiter.learn(SILENT, /* refused= */ true, seconds(20), 0);
    assertThat(waitOfNext()).isEqualTo(seconds(20));
  }

  @Test
  void anAnswerTakesWhatTheServiceHasLessAndLeavesTheReserve() {
    limiter.learn(headers(90L, 50L, null), /* refused= */ false, null, 0);

    assertThat(tokens()).isEqualTo(48);
  }

  @Test
  void eachRefusalLeavesMoreToOthers() {
    limiter.learn(SILENT, /* refused= */ true, null, 0);
    time.pass(seconds(90));
    limiter.learn(headers(90L, 50L, null), /* refused= */ false, null, 0);

    assertThat(tokens()).isEqualTo(46);
  }

  @ParameterizedTest
  @CsvSource({"90, 90", "88, 90", "82, 90", "81, 89", "72, 80"})
  void whatHasComeSinceTheServiceLookedIsNoDifference(long level, int tokens) {
    limiter.learn(headers(90L, level, null), /* refused= */ false, null, seconds(10).toNanos());

    assertThat(tokens()).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({"40, 48", "0, 88", "90, -2", "180, -2", "181, 88", "5000, 88"})
  void withoutARemainderTheResetTellsTheLevel(long reset, int tokens) {
    limiter.learn(headers(90L, null, reset), /* refused= */ false, null, 0);

    assertThat(tokens()).isEqualTo(tokens);
  }

  /** One for the request, and one for the time that the first request was on its way. */
  @Test
  void answersThatTellTooLittleLeaveTwoTokensOfAFullBucket() {
    limiter.learn(headers(90L, null, null), /* refused= */ false, null, 0);
    limiter.learn(headers(null, null, 40L), /* refused= */ false, null, 0);
    limiter.learn(SILENT, /* refused= */ false, null, 0);
    assertThat(tokens()).isEqualTo(88);
  }

  @Test
  void eachRefusalKeepsABucketOfWhichNothingIsToldFurtherBehind() {
    limiter.learn(SILENT, /* refused= */ true, null, 0);
    time.pass(seconds(90));
    limiter.learn(SILENT, /* refused= */ false, null, 0);

    assertThat(tokens()).isEqualTo(87);
  }

  @Test
  void refusesAWaitOfAllThatIsLeft() {
    limiter.learn(SILENT, /* refused= */ true, null, 0);

    assertThatThrownBy(() -> limiter.take(request(seconds(1)), listener))
        .isInstanceOf(DeadlineExceededException.class)
        .hasMessageStartingWith("A wait of 1 s for the connection's rate limit");
    assertThat(time.elapsed()).isZero();
    limiter.take(request(seconds(1).plusNanos(1)), listener);
    assertThat(time.elapsed()).isEqualTo(seconds(1));
  }

  // Behind another request

  @Test
  void tellsTheWaitInTheQueueOnceAndTakesItsTurn() throws Exception {
    try (Held held = new Held(new TokenRate(60, 1, null))) {
      waits.clear();

      held.limiter.take(request(seconds(30)), opening(held));

      assertThat(waits).containsExactly(seconds(1));
      assertThat(held.head).succeedsWithin(10, TimeUnit.SECONDS);
      assertThat(time.elapsed()).as("of the head and its own").isEqualTo(seconds(102));
    }
  }

  @Test
  void tellsTheQuietWhereThatIsLonger() throws Exception {
    try (Held held = new Held(new TokenRate(60, 1, null))) {
      held.limiter.learn(SILENT, /* refused= */ true, seconds(20), 0);
      waits.clear();

      held.limiter.take(request(seconds(30)), opening(held));

      assertThat(waits).containsExactly(seconds(20));
    }
  }

  @Test
  void tellsNoWaitBehindAQueueForWhichTheBucketHasEnough() throws Exception {
    try (Held held = new Held(new TokenRate(60, 1, null))) {
      // The head's token has come, and it does not know.
      time.pass(seconds(1));
      waits.clear();
      Thread second = new Thread(() -> held.limiter.take(request(seconds(30)), listener));
      second.start();
      while (second.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      assertThat(waits).isEmpty();

      held.gate.countDown();
      second.join();

      assertThat(waits).as("once it is the head").containsExactly(seconds(1));
    }
  }

  @Test
  void refusesAtOnceAQueueThatIsTooLong() throws Exception {
    try (Held held = new Held(new TokenRate(60, 1, null))) {
      waits.clear();

      assertThatThrownBy(() -> held.limiter.take(request(seconds(1)), listener))
          .isInstanceOf(DeadlineExceededException.class)
          .hasMessageStartingWith("A wait of 1 s for the connection's rate limit");
      assertThat(waits).isEmpty();
      assertThat(time.elapsed()).isEqualTo(seconds(100));
    }
  }

  /** The one that is told of its wait lets the head go on. */
  private OfAuthListener opening(Held held) {
    return new OfAuthListener() {
      @Override
      public void onWait(CallInfo call, WaitReason reason, Duration wait) {
        waits.add(wait);
        held.gate.countDown();
      }
    };
  }

  /** A limiter whose bucket is empty, and whose turn another thread has until the gate opens. */
  private final class Held implements AutoCloseable {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch asleep = new CountDownLatch(1);
    private final ConnectionLimiter limiter;
    private final CompletableFuture<Void> head;

    Held(TokenRate rate) throws InterruptedException {
      time.pass(seconds(100));
      limiter = limiter(rate, time.with(this::sleep));
      for (int i = 0; i < rate.burst(); i++) {
        limiter.take(request(seconds(60)), new OfAuthListener() {});
      }
      head =
          CompletableFuture.runAsync(
              () -> limiter.take(request(seconds(60)), new OfAuthListener() {}));
      assertThat(asleep.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void sleep(long nanos) throws InterruptedException {
      asleep.countDown();
      gate.await();
      time.sleep(nanos);
    }

    @Override
    public void close() {
      gate.countDown();
      head.join();
    }
  }

  private static ConnectionLimiter limiter(TokenRate rate, TimeSource timeSource) {
    return new ConnectionLimiter(Buckets.of(rate, "conn_test", timeSource), rate, timeSource);
  }

  /** How long the next request waits. */
  private Duration waitOfNext() {
    Duration before = time.elapsed();
    limiter.take(request(Duration.ofHours(1)), listener);
    return time.elapsed().minus(before);
  }

  /**
   * How many requests are sent without a wait; below zero, how many are missing before the first.
   */
  private int tokens() {
    int sent = 0;
    while (sent < 100) {
      Duration wait = waitOfNext();
      if (!wait.isZero()) {
        return sent > 0 ? sent : (int) (1 - wait.toSeconds());
      }
      sent++;
    }
    return sent;
  }

  private TokenRequest request(Duration timeout) {
    CallInfo call = bridge().call("listChats", "conn_test", "GET", "/v2/access/chats");
    return new TokenRequest(call, 0, Deadline.after(timeout, time));
  }

  private static RateLimitHeaders headers(
      @Nullable Long limit, @Nullable Long remaining, @Nullable Long resetSeconds) {
    return new RateLimitHeaders(
        limit, remaining, resetSeconds == null ? null : seconds(resetSeconds), Instant.EPOCH);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
