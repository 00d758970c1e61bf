package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The waits between attempts, for the random numbers at the ends of their range. */
final class BackoffTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofSeconds(30));

  @Test
  void theCeilingDoublesUpToTheLongestDelay() {
    assertThat(IntStream.rangeClosed(1, 7).mapToLong(retry -> backoff.nanos(retry, 1) / SECOND))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 20L, 20L);
    assertThat(backoff.nanos(500, 1)).isEqualTo(20 * SECOND);
  }

  @Test
  void theDelayOfTheLongestIsReachedExactly() {
    Backoff eight = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ZERO);

    assertThat(IntStream.rangeClosed(1, 4).mapToLong(retry -> eight.nanos(retry, 1) / SECOND))
        .containsExactly(2L, 4L, 8L, 8L);
  }

  @Test
  void theCeilingIsTheFirstDelayDoubledAsLongAsThatIsNotAboveTheLongest() {
    Backoff ten = new Backoff(Duration.ofNanos(2), Duration.ofNanos(10), Duration.ZERO);

    assertThat(IntStream.rangeClosed(1, 4).mapToLong(retry -> ten.nanos(retry, 1)))
        .containsExactly(2L, 4L, 8L, 10L);
  }

  @Test
  void theWaitIsAnyPartOfTheCeiling() {
    assertThat(backoff.nanos(3, 0)).isZero();
    assertThat(backoff.nanos(3, 0.25)).isEqualTo(SECOND);
  }

  @Test
  void anAskedWaitIsKeptUpToItsCapAndSpreadByTheFirstDelay() {
    assertThat(backoff.retryAfterNanos(Duration.ofSeconds(12), 0)).isEqualTo(12 * SECOND);
    assertThat(backoff.retryAfterNanos(Duration.ofSeconds(12), 0.5)).isEqualTo(25 * SECOND / 2);
    assertThat(backoff.retryAfterNanos(Duration.ofSeconds(31), 0)).isEqualTo(30 * SECOND);
    assertThat(backoff.retryAfterNanos(Duration.ofSeconds(31), 1)).isEqualTo(31 * SECOND);
  }
}
