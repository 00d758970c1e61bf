package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateLimitTest {
  private final ManualClock clock = ManualClock.startingAt(Instant.parse("2024-06-01T12:00:00Z"));
  private final long start = clock.instant().getEpochSecond();
  private final OfAuthTestProvider provider = OfAuthTestProvider.builder().clock(clock).start();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void tellsTheStateOfTheBucketInHeaders() {
    Http.Answer first = Http.get(provider, CHATS);
    Http.Answer second = Http.get(provider, CHATS);

    assertThat(first.header("X-RateLimit-Limit")).isEqualTo("90");
    assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("89");
    assertThat(first.header("X-RateLimit-Reset")).isEqualTo(Long.toString(start + 1));
    assertThat(first.header("Retry-After")).isEmpty();
    assertThat(second.header("X-RateLimit-Remaining")).isEqualTo("88");
  }

  @Test
  void answers429OnceTheBucketIsEmpty() {
    for (int i = 0; i < 90; i++) {
      assertThat(Http.get(provider, CHATS + "?limit=1").status()).isEqualTo(200);
    }

    Http.Answer refused = Http.get(provider, CHATS);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().get("type").asText()).isEqualTo("RATE_LIMIT_EXCEEDED");
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("X-RateLimit-Reset")).isEqualTo(Long.toString(start + 90));
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(provider.rateLimitedCount()).isEqualTo(1);
    assertThat(provider.connection().rateLimitedCount()).isEqualTo(1);
  }

  @Test
  void refillsContinuouslyAndNeverBeyondTheBucket() {
    provider.connection().spendTokens(90);

    clock.advance(Duration.ofMillis(999));
    assertThat(Http.get(provider, CHATS).status()).isEqualTo(429);
    clock.advance(Duration.ofMillis(1));
    assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
    assertThat(Http.get(provider, CHATS).status()).isEqualTo(429);
    clock.advance(Duration.ofMillis(2_500));
    assertThat(Http.get(provider, CHATS).header("X-RateLimit-Remaining")).isEqualTo("1");
    clock.advance(Duration.ofDays(365));
    assertThat(Http.get(provider, CHATS).header("X-RateLimit-Remaining")).isEqualTo("89");
  }

  @Test
  void doesNotChargeForARefusedRequest() {
    provider.connection().spendTokens(90);
    for (int i = 0; i < 10; i++) {
      assertThat(Http.get(provider, CHATS).status()).isEqualTo(429);
    }

    clock.advance(Duration.ofSeconds(1));

    assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
    assertThat(provider.rateLimitedCount()).isEqualTo(10);
  }

  @Test
  void limitsEachConnectionByItself() {
    provider.connection("conn_other");
    provider.connection().spendTokens(90);

    assertThat(Http.get(provider, CHATS).status()).isEqualTo(429);
    assertThat(Http.get(provider, "conn_other", CHATS).header("X-RateLimit-Remaining"))
        .isEqualTo("89");
  }

  @Test
  void chargesForInvalidRequestsAndThoseOfAnExpiredSession() {
    Http.get(provider, CHATS + "?limit=0");
    provider.connection().expireSession();

    assertThat(Http.get(provider, CHATS).header("X-RateLimit-Remaining")).isEqualTo("88");
  }

  @Test
  void gives500PagesInTheTimeThatTheDocumentedLimitAllows() {
    int requests = 0;
    while (requests < 500) {
      Http.Answer answer = Http.get(provider, CHATS + "?limit=1");
      if (answer.status() == 200) {
        requests++;
      } else {
        clock.advance(Duration.ofSeconds(Long.parseLong(answer.header("Retry-After"))));
      }
    }

    assertThat(Duration.between(Instant.ofEpochSecond(start), clock.instant()))
        .isEqualTo(Duration.ofSeconds(410));
  }

  @Test
  void tellsTheResetAsSecondsOnDemand() {
    provider.connection().rateLimit(RateLimit.of(60, 90).resetHeader(ResetHeader.SECONDS_FROM_NOW));
    provider.connection().spendTokens(50);

    assertThat(Http.get(provider, CHATS).header("X-RateLimit-Reset")).isEqualTo("51");
  }

  @Test
  void tellsRetryAfterAsADateByItsOwnWrongClock() {
    provider.clockSkew(Duration.ofMinutes(-5));
    emptyBucket(RateLimit.of(6, 1).retryAfter(RetryAfter.date()));

    Http.Answer refused = Http.get(provider, CHATS);

    assertThat(refused.header("Date")).isEqualTo("Sat, 01 Jun 2024 11:55:00 GMT");
    assertThat(refused.header("Retry-After")).isEqualTo("Sat, 01 Jun 2024 11:55:10 GMT");
    assertThat(refused.header("X-RateLimit-Reset")).isEqualTo(Long.toString(start - 300 + 10));
  }

  @Test
  void roundsADateUp() {
    clock.advance(Duration.ofMillis(400));
    emptyBucket(RateLimit.of(60, 1).retryAfter(RetryAfter.date()));

    assertThat(Http.get(provider, CHATS).header("Retry-After"))
        .isEqualTo("Sat, 01 Jun 2024 12:00:02 GMT");
  }

  @Test
  void leavesRetryAfterOutOnDemand() {
    emptyBucket(RateLimit.of(60, 1).retryAfter(RetryAfter.absent()));

    Http.Answer refused = Http.get(provider, CHATS);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.response().headers().map()).doesNotContainKey("retry-after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "31536000", "soon", "Thu, 01 Jan 1970 00:00:00 GMT"})
  void saysAbsurdThingsInRetryAfterOnDemand(String text) {
    emptyBucket(RateLimit.of(60, 1).retryAfter(RetryAfter.text(text)));

    assertThat(Http.get(provider, CHATS).header("Retry-After")).isEqualTo(text);
  }

  @Test
  void limitsNothingAndSaysNothingOnAPlanWithoutLimit() {
    provider.connection().rateLimit(RateLimit.none());
    provider.connection().spendTokens(1_000);

    Http.Answer answer = Http.get(provider, CHATS);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.startsWith("x-ratelimit"));
  }

  @Test
  void givesNothingWhenTheClockIsSetBack() {
    provider.connection().spendTokens(90);
    clock.set(clock.instant().minus(Duration.ofHours(1)));

    assertThat(Http.get(provider, CHATS).status()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(1));
    assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
  }

  @Test
  void refusesFiguresOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateLimit.of(0, 90))
        .withMessage("perMinute must be between 1 and 1000000: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateLimit.of(60, 1_000_001))
        .withMessage("burst must be between 1 and 1000000: 1000001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider.connection().spendTokens(-1))
        .withMessage("tokens must not be negative: -1");
  }

  private void emptyBucket(RateLimit limit) {
    provider.connection().rateLimit(limit);
    provider.connection().spendTokens(1_000_000);
  }
}
