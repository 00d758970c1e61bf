package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.DeadlineExceededException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.internal.util.TimeSource;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decoding is inside the deadline. */
final class DecodingDeadlineTest {
  private final OfAuthTestProvider provider = OfAuthTestProvider.start();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aDeadlineThatPassesWhileABodyIsDecodedEndsTheCall() {
    String page = "{\"filling\":[" + "0,".repeat(1_000_000) + "0],\"list\":[],\"hasMore\":false}";
    provider.faults().next(AnswerFault.respond(200, "application/json", page));
    try (OfAuthClient client =
        TestClients.build(
            TestClients.of(provider).timeout(Duration.ofMinutes(1)).retryPolicy(RetryPolicy.none()),
            new SlowTime())) {
      DeadlineExceededException e =
          catchThrowableOfType(
              DeadlineExceededException.class,
              () -> client.connection().chats().list().firstPage());

      assertThat(e).hasMessageContaining("while the response was decoded");
      assertThat(e.status()).isEqualTo(200);
      assertThat(e.headers()).containsKey("content-type");
    }
  }

  /** Half a second for each look at the clock: the machine is slow, but not for this test. */
  private static final class SlowTime implements TimeSource {
    private final AtomicLong looks = new AtomicLong();

    @Override
    public long nanoTime() {
      return looks.incrementAndGet() * Duration.ofMillis(500).toNanos();
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void sleep(long nanos) {}

    @Override
    public double random() {
      return 0;
    }
  }
}
