package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.PagingMode;
import com.ofauth.access.TestClients;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.testing.OfAuthTestProvider;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
    try (OfAuthTestProvider provider =
            OfAuthTestProvider.builder().clock(time.clock()).chats(PAGES).start();
        OfAuthClient client = TestClients.build(TestClients.of(provider), time)) {
      setup.of(provider);
      ChatListQuery query =
          ChatListQuery.builder().pageSize(1).pagingMode(PagingMode.PLAIN).build();
      long items = client.connection().chats().list(query).stream().count();
      assertThat(items).isEqualTo(PAGES);
      Walked walked = new Walked(time.elapsed(), provider.connection().rateLimitedCount());
      return walked;
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
