package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.CallInterruptedException;
import com.ofauth.access.DeadlineExceededException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.TransportException;
import com.ofauth.access.testing.Gate;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RateLimit;
import com.ofauth.access.testing.RecordedRequest;
import com.ofauth.access.testing.WireFault;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sending on the calling thread, which must end at an interrupt and at the deadline. */
@Timeout(60)
final class InlineExchangeTest {
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration ENDLESS = Duration.ofDays(1);
  private static final int CALLS = 50;

  private final OfAuthTestProvider provider = OfAuthTestProvider.start();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void sendsOnTheCallingThread() {
    AtomicReference<Thread> sender = new AtomicReference<>();
    Interceptor spy =
        chain -> {
          sender.set(Thread.currentThread());
          return chain.proceed(chain.request());
        };
    try (OfAuthClient client = inline(new OkHttpClient.Builder().addNetworkInterceptor(spy))) {
      client.connection().chats().list().firstPage();
    }

    assertThat(sender).hasValue(Thread.currentThread());
  }

  /**
   * Of 50 calls that share a connection, one finds its thread interrupted as it writes its head.
   */
  @Test
  void anInterruptWhileOneCallIsSentLeavesTheOthersOfItsHttp2ConnectionAlone() throws Exception {
    provider.connection().rateLimit(RateLimit.none());
    AtomicReference<Thread> victim = new AtomicReference<>();
    Interceptor interrupting =
        chain -> {
          if (Thread.currentThread() == victim.get()) {
            Thread.currentThread().interrupt();
          }
          return chain.proceed(chain.request());
        };
    OkHttpClient.Builder http =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
            .addNetworkInterceptor(interrupting);
    ExecutorService threads = Executors.newFixedThreadPool(CALLS);
    try (OfAuthClient client = inline(http)) {
      client.connection().chats().list().firstPage();
      Gate gate = Gate.create();
      for (int i = 1; i < CALLS; i++) {
        provider.faults().next(WireFault.hold(gate));
      }
      List<Future<Integer>> others = new ArrayList<>();
      for (int i = 1; i < CALLS; i++) {
        others.add(threads.submit(() -> items(client)));
      }
      gate.awaitHeld(CALLS - 1, LONG);

      Future<?> interrupted =
          threads.submit(
              () -> {
                victim.set(Thread.currentThread());
                assertThatThrownBy(() -> items(client))
                    .isInstanceOf(CallInterruptedException.class);
                assertThat(Thread.interrupted()).isTrue();
              });
      interrupted.get(20, TimeUnit.SECONDS);
      gate.release();

      for (Future<Integer> other : others) {
        assertThat(other.get(20, TimeUnit.SECONDS)).isPositive();
      }
      Set<Integer> connections =
          provider.requests().stream()
              .map(RecordedRequest::connectionNumber)
              .collect(Collectors.toSet());
      assertThat(connections).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anInterruptEndsTheReadingOfABodyAndLeavesOtherCallsAlone() throws Exception {
    provider.connection().rateLimit(RateLimit.none());
    for (Protocol protocol : List.of(Protocol.HTTP_1_1, Protocol.H2_PRIOR_KNOWLEDGE)) {
      AtomicReference<Thread> reader = new AtomicReference<>();
      CountDownLatch head = new CountDownLatch(1);
      Interceptor spy =
          chain -> {
            var response = chain.proceed(chain.request());
            if (Thread.currentThread() == reader.get()) {
              head.countDown();
            }
            return response;
          };
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try (OfAuthClient client =
          inline(new OkHttpClient.Builder().protocols(List.of(protocol)).addInterceptor(spy))) {
        client.connection().chats().list().firstPage();
        Gate gate = Gate.create();
        provider.faults().next(WireFault.hold(gate));
        Future<Integer> other = threads.submit(() -> items(client));
        gate.awaitHeld(1, LONG);
        provider.faults().next(WireFault.stallBody());
        Future<?> interrupted =
            threads.submit(
                () -> {
                  reader.set(Thread.currentThread());
                  assertThatThrownBy(() -> items(client))
                      .isInstanceOf(CallInterruptedException.class);
                });
        assertThat(head.await(20, TimeUnit.SECONDS)).isTrue();
        Objects.requireNonNull(reader.get()).interrupt();
        interrupted.get(20, TimeUnit.SECONDS);
        gate.release();

        assertThat(other.get(20, TimeUnit.SECONDS)).isPositive();
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void aBodyThatStallsEndsAtTheReadTimeoutAndAtTheTotalTimeout() {
    for (Protocol protocol : List.of(Protocol.HTTP_1_1, Protocol.H2_PRIOR_KNOWLEDGE)) {
      assertThatThrownBy(() -> stall(protocol, /* read= */ SHORT, /* total= */ ENDLESS))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("The connect or read timeout expired");
      assertThatThrownBy(() -> stall(protocol, /* read= */ ENDLESS, /* total= */ SHORT))
          .isInstanceOf(DeadlineExceededException.class);
    }
  }

  private void stall(Protocol protocol, Duration read, Duration total) {
    OkHttpClient http = new OkHttpClient.Builder().protocols(List.of(protocol)).build();
    OfAuthClient.Builder builder =
        TestClients.of(provider).retryPolicy(RetryPolicy.none()).readTimeout(read).timeout(total);
    provider.faults().next(WireFault.stallBody());
    try (OfAuthClient client = TestClients.inline(builder, http)) {
      items(client);
    }
  }

  @Test
  void aLookupOfANameThatHangsEndsAtTheDeadlineAndAtAnInterrupt() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Dns hanging =
        host -> {
          asked.countDown();
          try {
            ended.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return List.of(InetAddress.getLoopbackAddress());
        };
    String url = provider.baseUrl().toString().replaceFirst("//[^:/]+", "//localhost");
    OfAuthClient.Builder builder =
        TestClients.of(provider).baseUrl(url).retryPolicy(RetryPolicy.none());
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try (OfAuthClient client =
        TestClients.inline(builder, new OkHttpClient.Builder().dns(hanging).build())) {
      assertThatThrownBy(
              () ->
                  client.connection().withTimeout(Duration.ofMillis(50)).chats().list().firstPage())
          .isInstanceOf(DeadlineExceededException.class);
      Future<?> interrupted =
          threads.submit(
              () ->
                  assertThatThrownBy(() -> items(client))
                      .isInstanceOf(CallInterruptedException.class));
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      threads.shutdownNow();
      interrupted.get(20, TimeUnit.SECONDS);
    } finally {
      ended.countDown();
    }
  }

  private static int items(OfAuthClient client) {
    return client.connection().chats().list().firstPage().items().size();
  }

  private OfAuthClient inline(OkHttpClient.Builder http) {
    return TestClients.inline(
        TestClients.of(provider)
            .retryPolicy(RetryPolicy.none())
            .rateLimitPolicy(RateLimitPolicy.unlimited()),
        http.build());
  }
}
