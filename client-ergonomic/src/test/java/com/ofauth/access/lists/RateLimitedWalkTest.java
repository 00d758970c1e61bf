package com.ofauth.access.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.PagingMode;
import com.ofauth.access.TestClients;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.WireFault;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks of 500 requests at the documented limit, on simulated time. The theoretical minimum is the
 * time in which a bucket of 90 that gets one token a second gives 500: 410 seconds.
 */
final class RateLimitedWalkTest {
  private static final int PAGES = 500;
  private static final Duration MINIMUM = Duration.ofSeconds(PAGES - 90);

  private final SimulatedTime time = new SimulatedTime();

  @Test
  void walksAtTheFullRateWithoutA429() {
    Walked walked = walk(provider -> {});

    assertThat(walked.rateLimited()).isZero();
    assertThat(walked.time()).isBetween(MINIMUM, longer(MINIMUM, 2));
  }

  @Test
  void walksAtTheFullRateOverASlowNetwork() {
    Walked walked =
        walk(provider -> provider.onRequest(request -> time.pass(Duration.ofMillis(180))));

    assertThat(walked.rateLimited()).isZero();
    assertThat(walked.time()).isBetween(MINIMUM, longer(MINIMUM, 2));
  }

  /**
   * Each request takes some time to the service. The service's bucket fills from the first one on,
   * and so is behind ours if that was slow.
   */
  @ParameterizedTest
  @CsvSource({"0, 0", "180, 180", "900, 30", "30, 400"})
  void walksAtTheFullRateWithoutA429WhereNoHeaderTellsTheLevel(int first, int others) {
    AtomicInteger sent = new AtomicInteger();
    Interceptor way =
        chain -> {
          time.pass(Duration.ofMillis(sent.getAndIncrement() == 0 ? first : others));
          return chain.proceed(chain.request());
        };
    Walked walked =
        walk(
            provider ->
                provider
                    .faults()
                    .always(
                        WireFault.withoutHeader("X-RateLimit-Limit"),
                        WireFault.withoutHeader("X-RateLimit-Remaining"),
                        WireFault.withoutHeader("X-RateLimit-Reset")),
            way);

    assertThat(walked.rateLimited()).isZero();
    assertThat(walked.time()).isBetween(MINIMUM, longer(MINIMUM, 1));
  }

  @Test
  void sharesTheBudgetWithAProcessThatSpendsHalfOfItEvenly() {
    // Of 60 tokens a minute 30 are left, and of the burst what the other leaves: 500 requests need
    // 90 + t - t/2 = 500 seconds.
    Duration minimum = Duration.ofSeconds(2L * (PAGES - 90));
    Walked walked = walk(provider -> spend(provider, k -> Duration.ofSeconds(2L * k + 1)));

    assertThat(walked.rateLimited()).isZero();
    assertThat(walked.time()).isBetween(minimum, longer(minimum, 2));
  }

  @Test
  void sharesTheBudgetWithAProcessThatSpendsHalfOfItAtRandom() {
    Random random = new Random(7);
    double[] at = {0};
    Walked walked =
        walk(
            provider ->
                spend(
                    provider,
                    k -> {
                      at[0] += -2.0 * Math.log(1 - random.nextDouble());
                      return Duration.ofMillis((long) (at[0] * 1000));
                    }));

    assertThat(walked.rateLimited()).isLessThanOrEqualTo(3);
    assertThat(walked.time()).isLessThan(longer(Duration.ofSeconds(2L * (PAGES - 90)), 8));
  }

  private record Walked(Duration time, int rateLimited) {}

  private interface Other {
    Duration timeOf(int request);
  }

  private interface Setup {
    void of(OfAuthTestProvider provider);
  }

  private Walked walk(Setup setup) {
    return walk(setup, chain -> chain.proceed(chain.request()));
  }

  private Walked walk(Setup setup, Interceptor way) {
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(way).build();
    try (OfAuthTestProvider provider =
            OfAuthTestProvider.builder().clock(time.clock()).chats(PAGES).start();
        OfAuthClient client =
            TestClients.build(TestClients.of(provider).okHttpClient(http), time)) {
      setup.of(provider);
      ChatListQuery query =
          ChatListQuery.builder().pageSize(1).pagingMode(PagingMode.PLAIN).build();
      long items = client.connection().chats().list(query).stream().count();
      assertThat(items).isEqualTo(PAGES);
      return new Walked(time.elapsed(), provider.connection().rateLimitedCount());
    }
  }

  private void spend(OfAuthTestProvider provider, Other other) {
    for (int k = 0; k < 1000; k++) {
      time.at(other.timeOf(k), () -> provider.connection().spendTokens(1));
    }
  }

  private static Duration longer(Duration time, int percent) {
    return time.multipliedBy(100 + percent).dividedBy(100);
  }
}
