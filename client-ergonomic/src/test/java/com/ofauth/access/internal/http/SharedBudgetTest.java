package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RateLimit;
import com.ofauth.access.testing.RetryAfter;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that a service counts together share their rate limits. */
final class SharedBudgetTest {
  private final SimulatedTime time = new SimulatedTime();
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().clock(time.clock()).start();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void twoClientsAreRefusedNoMoreThanOne() {
    try (OfAuthClient first = client(builder -> {});
        OfAuthClient second = client(builder -> {})) {
      for (int i = 0; i < 100; i++) {
        read(first);
        read(second);
      }
    }

    assertThat(provider.connection().rateLimitedCount()).isZero();
    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(110), Duration.ofSeconds(113));
  }

  @Test
  void aClientThatComesLaterFindsTheBucketAsItIs() {
    try (OfAuthClient first = client(builder -> {})) {
      for (int i = 0; i < 88; i++) {
        read(first);
      }
    }
    try (OfAuthClient second = client(builder -> {})) {
      for (int i = 0; i < 12; i++) {
        read(second);
      }
    }

    assertThat(provider.connection().rateLimitedCount()).isZero();
  }

  @Test
  void a429KeepsTheOtherClientQuietToo() {
    provider.connection().rateLimit(RateLimit.none());
    try (OfAuthClient first = client(builder -> builder.retryPolicy(RetryPolicy.none()));
        OfAuthClient second = client(builder -> {})) {
      provider.faults().next(AnswerFault.rateLimited(RetryAfter.text("40")));
      fail(first);

      read(second);
    }

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void whatTheServiceCountsApartIsNotShared() {
    provider.connection().rateLimit(RateLimit.none());
    provider.connection("conn_other").rateLimit(RateLimit.none());
    RateLimitPolicy one = RateLimitPolicy.of(1, 1);
    try (OfAuthTestProvider elsewhere = OfAuthTestProvider.builder().clock(time.clock()).start();
        OfAuthClient client = client(builder -> builder.rateLimitPolicy(one));
        OfAuthClient otherServer =
            TestClients.build(TestClients.of(elsewhere).rateLimitPolicy(one), time);
        OfAuthClient otherKey =
            client(builder -> builder.rateLimitPolicy(one).apiKey("sk_another"))) {
      read(client);
      read(otherServer);
      fail(otherKey);
      client.connection("conn_other").chats().list().firstPage();
    }

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void anotherPolicyIsNotSharedAndWarnsOnce() {
    provider.connection().rateLimit(RateLimit.none());
    LeakRecorder recorder = new LeakRecorder();
    try (OfAuthClient first = client(builder -> builder.rateLimitPolicy(RateLimitPolicy.of(1, 3)));
        OfAuthClient second =
            client(builder -> builder.rateLimitPolicy(RateLimitPolicy.of(1, 4)))) {
      for (int i = 0; i < 3; i++) {
        read(first);
        read(second);
      }
      read(second);
    } finally {
      recorder.close();
    }

    assertThat(time.elapsed()).isZero();
    assertThat(recorder.text())
        .containsOnlyOnce("same RateLimitPolicy")
        .contains("conn_test")
        .contains("1 a minute, burst 4");
  }

  /** Nobody counts on what the first has left. */
  @Test
  void aPolicyThatNobodyHasUsedForLongIsNoOther() {
    provider.connection().rateLimit(RateLimit.none());
    LeakRecorder recorder = new LeakRecorder();
    try {
      try (OfAuthClient first =
          client(builder -> builder.rateLimitPolicy(RateLimitPolicy.of(1, 3)))) {
        read(first);
      }
      time.pass(Duration.ofHours(1));
      try (OfAuthClient second =
          client(builder -> builder.rateLimitPolicy(RateLimitPolicy.of(1, 4)))) {
        read(second);
      }
    } finally {
      recorder.close();
    }

    assertThat(recorder.text()).doesNotContain("same RateLimitPolicy");
  }

  @Test
  void ownBucketsAreSharedByTheirProviderAlone() {
    provider.connection().rateLimit(RateLimit.none());
    Map<String, Bucket> ofFirst = new ConcurrentHashMap<>();
    Map<String, Bucket> ofSecond = new ConcurrentHashMap<>();
    LeakRecorder recorder = new LeakRecorder();
    try (OfAuthClient first = client(builder -> builder.rateLimitPolicy(in(ofFirst)));
        OfAuthClient second = client(builder -> builder.rateLimitPolicy(in(ofSecond)))) {
      read(first);
      read(second);
    } finally {
      recorder.close();
    }

    assertThat(ofFirst.values()).extracting(Bucket::getAvailableTokens).containsExactly(88L);
    assertThat(ofSecond.values()).extracting(Bucket::getAvailableTokens).containsExactly(88L);
    assertThat(recorder.text()).doesNotContain("same RateLimitPolicy");
  }

  private static RateLimitPolicy in(Map<String, Bucket> buckets) {
    return RateLimitPolicy.defaults()
        .withBuckets((id, limits) -> buckets.computeIfAbsent(id, key -> bucket()));
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(90).refillGreedy(1, Duration.ofDays(1)))
        .build();
  }

  private static void read(OfAuthClient client) {
    client.connection().chats().list().firstPage();
  }

  private static void fail(OfAuthClient client) {
    try {
      read(client);
    } catch (OfAuthException e) {
      return;
    }
    throw new AssertionError("the call went well");
  }

  private OfAuthClient client(Consumer<OfAuthClient.Builder> settings) {
    OfAuthClient.Builder builder = TestClients.of(provider);
    settings.accept(builder);
    return TestClients.build(builder, time);
  }
}
