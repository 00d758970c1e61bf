package com.ofauth.access.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ManualClockTest {
  private final Instant start = Instant.parse("2024-06-01T12:00:00Z");
  private final ManualClock clock = ManualClock.create();

  @Test
  void standsStillUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo(start).isEqualTo(clock.instant());
    assertThat(clock.advance(Duration.ofSeconds(2))).isEqualTo(start.plusSeconds(2));
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(2));
  }

  @Test
  void canBeSetBackButNotAdvancedBackward() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .withMessage("step must not be negative: PT-1S");
    clock.set(start.minusSeconds(5));
    assertThat(clock).hasToString("ManualClock[2024-06-01T11:59:55Z]");
  }

  @Test
  void showsInTheDateOfAnswers() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().clock(clock).start()) {
      assertThat(Http.get(provider, Http.CHATS).header("Date"))
          .isEqualTo("Sat, 01 Jun 2024 12:00:00 GMT");
      provider.clockSkew(Duration.ofHours(-1));
      assertThat(Http.get(provider, Http.CHATS).header("Date"))
          .isEqualTo("Sat, 01 Jun 2024 11:00:00 GMT");
      provider.reset();
      assertThat(Http.get(provider, Http.CHATS).header("Date"))
          .isEqualTo("Sat, 01 Jun 2024 12:00:00 GMT");
    }
  }
}
