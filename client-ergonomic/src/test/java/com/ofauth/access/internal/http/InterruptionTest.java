package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallInterruptedException;
import com.ofauth.access.DeadlineExceededException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.Page;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.WaitReason;
import com.ofauth.access.model.Chat;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.Gate;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RetryAfter;
import com.ofauth.access.testing.WireFault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Wherever a call waits, an interrupt ends it at once. The timeouts here are only for failing. */
@Timeout(20)
final class InterruptionTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final OfAuthTestProvider provider = OfAuthTestProvider.start();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void endsTheRequestInFlight() throws Exception {
    Gate gate = Gate.create();
    provider.faults().next(WireFault.hold(gate));
    try (OfAuthClient client = TestClients.of(provider).build()) {
      Call call = Call.start(client);
      gate.awaitHeld(1, LONG);

      call.interrupt();

      assertThat(call.failure()).hasMessageContaining("while it waited for the response");
      assertThat(call.flagWasKept()).isTrue();
      provider.awaitAbandoned(1, LONG);
    }
  }

  @Test
  void endsAWaitForARetry() throws Exception {
    provider.faults().next(AnswerFault.rateLimited(RetryAfter.text("30")));
    Waits waits = new Waits();
    try (OfAuthClient client = TestClients.of(provider).listener(waits).build()) {
      Call call = Call.start(client);
      waits.await();

      call.interrupt();

      assertThat(call.failure()).hasMessageContaining("while it waited for a retry");
      assertThat(call.failure().getSuppressed()[0]).isInstanceOf(RateLimitException.class);
      assertThat(call.flagWasKept()).isTrue();
    }
  }

  @Test
  void endsAWaitForTheRateLimit() throws Exception {
    Waits waits = new Waits();
    try (OfAuthClient client =
        TestClients.of(provider)
            .rateLimitPolicy(RateLimitPolicy.of(1, 1))
            .listener(waits)
            .build()) {
      client.connection().chats().list().firstPage();
      Call call = Call.start(client);
      waits.await();

      call.interrupt();

      assertThat(call.failure()).hasMessageContaining("while it waited for the rate limit");
      assertThat(call.flagWasKept()).isTrue();
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void sendsNothingOnAThreadThatIsInterruptedAlready() throws Exception {
    try (OfAuthClient client =
        TestClients.of(provider).rateLimitPolicy(RateLimitPolicy.unlimited()).build()) {
      CountDownLatch go = new CountDownLatch(1);
      Call call = Call.start(client, go);
      call.interrupt();
      go.countDown();

      assertThat(call.failure()).isInstanceOf(CallInterruptedException.class);
      assertThat(provider.requests()).isEmpty();
    }
  }

  @Test
  void cancellingAFutureEndsTheRequestInFlight() throws Exception {
    Gate gate = Gate.create();
    provider.faults().next(WireFault.hold(gate));
    try (OfAuthClient client = TestClients.of(provider).build()) {
      CompletableFuture<Page<Chat>> page = client.connection().chats().list().async().firstPage();
      gate.awaitHeld(1, LONG);

      page.cancel(true);

      provider.awaitAbandoned(1, LONG);
    }
  }

  @Test
  void theTotalTimeoutEndsTheRequestInFlight() throws Exception {
    try (OfAuthClient client = TestClients.of(provider).build()) {
      // Makes the connection, so that the next request is on its way at once.
      client.connection().chats().list().firstPage();
      provider.faults().always(WireFault.noAnswer());
      Call call =
          Call.start(client.connection().withTimeout(Duration.ofSeconds(1)), new CountDownLatch(0));

      assertThat(call.failure())
          .isInstanceOf(DeadlineExceededException.class)
          .hasMessageContaining("total timeout of 1 s");
      provider.awaitAbandoned(1, LONG);
    }
  }

  private static final class Waits implements OfAuthListener {
    private final CountDownLatch waiting = new CountDownLatch(1);

    @Override
    public void onWait(CallInfo call, WaitReason reason, Duration wait) {
      waiting.countDown();
    }

    void await() throws InterruptedException {
      assertThat(waiting.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  /** A call on a thread of its own. */
  private static final class Call {
    private final CompletableFuture<OfAuthException> failure = new CompletableFuture<>();
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    private final Thread thread;

    private Call(OfAuthConnection connection, CountDownLatch go) {
      thread =
          new Thread(
              () -> {
                awaitUninterruptibly(go);
                try {
                  connection.chats().list().firstPage();
                  failure.completeExceptionally(new AssertionError("the call went well"));
                } catch (OfAuthException e) {
                  interrupted.complete(Thread.currentThread().isInterrupted());
                  failure.complete(e);
                }
              });
      thread.start();
    }

    static Call start(OfAuthClient client) {
      return start(client, new CountDownLatch(0));
    }

    static Call start(OfAuthClient client, CountDownLatch go) {
      return start(client.connection(), go);
    }

    static Call start(OfAuthConnection connection, CountDownLatch go) {
      return new Call(connection, go);
    }

    void interrupt() {
      thread.interrupt();
    }

    OfAuthException failure() throws Exception {
      return failure.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    boolean flagWasKept() throws Exception {
      return interrupted.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
      boolean interrupted = false;
      while (latch.getCount() > 0) {
        try {
          latch.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
