package com.ofauth.access.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a service asks to wait. */
final class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "' 12 ', 12",
    "+5, 5",
    "00000000005, 5",
    "+00000000000000000007.0, 7",
    "00000000000000000000, 0",
    "0, 0",
    "-3, 0",
    "-0.5, 0",
    "1., 1",
    "1.0, 1",
    "1.01, 2",
    "0.5, 1",
    "1000000000, 1000000000",
    "9999999999, 9999999999",
    "10000000000, 9999999999",
    "99999999999999999999999, 9999999999"
  })
  void aNumberIsSecondsRoundedUpAndNeverNegative(String value, long seconds) {
    assertThat(RetryAfter.parse(Headers.of("Retry-After", value), NOW))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void aDateIsMeasuredByTheServersClockAndElseByOurs() {
    String later = "Mon, 05 Jan 2026 10:01:30 GMT";

    assertThat(RetryAfter.parse(Headers.of("Retry-After", later), NOW))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(
            RetryAfter.parse(
                Headers.of("Retry-After", later, "Date", "Mon, 05 Jan 2026 10:01:00 GMT"), NOW))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(RetryAfter.parse(Headers.of("Retry-After", later), NOW.plus(Duration.ofMinutes(2))))
        .isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "1e3", "1,5", "--1"})
  void whatIsNeitherAsksForNothing(String value) {
    assertThat(RetryAfter.parse(Headers.of("Retry-After", value), NOW)).isNull();
    assertThat(RetryAfter.parse(Headers.of(), NOW)).isNull();
  }
}
