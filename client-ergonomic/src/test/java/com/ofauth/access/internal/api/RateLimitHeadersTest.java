package com.ofauth.access.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateLimitHeadersTest {
  private static final Instant OURS = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "30, 30",
    "86400, 86400",
    // By the clock of the service, which is a minute behind ours.
    "1767225570, 30",
    "1767225570000, 30",
    "1767225600, 60",
    // What is over.
    "1767225500, 0",
    "1767225500000, 0",
  })
  void theResetIsSecondsOrATimeInSecondsOrMilliseconds(String reset, long seconds) {
    RateLimitHeaders says =
        RateLimitHeaders.parse(
            Headers.of(
                "Date", "Wed, 31 Dec 2025 23:59:00 GMT",
                "X-RateLimit-Limit", "60",
                "X-RateLimit-Remaining", " 7 ",
                "X-RateLimit-Reset", reset),
            OURS);

    assertThat(says.resetAfter()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(says.limit()).isEqualTo(60);
    assertThat(says.remaining()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"1767225630, 30", "1767225630000, 30", "30, 30"})
  void theResetIsReadByOurClockWhereTheServiceTellsNone(String reset, long seconds) {
    assertThat(RateLimitHeaders.parse(Headers.of("X-RateLimit-Reset", reset), OURS).resetAfter())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"-1", "1.5", "soon", "9999999999999999", "''"})
  void whatIsNoNumberSaysNothing(String value) {
    assertThat(
            RateLimitHeaders.parse(
                    Headers.of(
                        "X-RateLimit-Limit", value,
                        "X-RateLimit-Remaining", value,
                        "X-RateLimit-Reset", value),
                    OURS)
                .isEmpty())
        .isTrue();
  }
}
