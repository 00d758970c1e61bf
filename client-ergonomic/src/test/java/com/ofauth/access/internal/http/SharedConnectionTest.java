package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.TransportException;
import com.ofauth.access.testing.Gate;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RecordedRequest;
import com.ofauth.access.testing.WireFault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that meet on one HTTP/2 connection. */
@Timeout(60)
final class SharedConnectionTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final ConnectionPool pool = new ConnectionPool();
  private final OfAuthTestProvider provider = OfAuthTestProvider.start();

  @AfterEach
  void close() {
    provider.close();
    pool.evictAll();
  }

  /** Only what the connection has brought until then says whether it works. */
  @Test
  void connectionThatEndsAfterAnotherCallWasAnsweredCostsNoAttempt() throws Exception {
    Gate first = Gate.create();
    Gate second = Gate.create();
    provider.faults().next(WireFault.hold(first));
    provider.faults().next(WireFault.hold(second));
    provider.faults().next(WireFault.closeAfterAnswer());
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (OfAuthClient client = client(http())) {
      Callable<?> call = () -> client.connection().chats().list().firstPage();
      Future<?> answered = threads.submit(call);
      first.awaitHeld(1, LONG);
      Future<?> waiting = threads.submit(call);
      second.awaitHeld(1, LONG);

      first.release();
      answered.get(20, TimeUnit.SECONDS);
      call.call();

      waiting.get(20, TimeUnit.SECONDS);
      assertThat(provider.requests())
          .extracting(RecordedRequest::connectionNumber)
          .containsExactly(1, 1, 1, 2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void cancelledCallGivesTheConnectionBackThoughItsResponseCameBeforeItsRequestWasWritten() {
    ResponseAhead sockets = new ResponseAhead();
    AtomicBoolean cancels = new AtomicBoolean();
    EventListener canceller =
        new EventListener() {
          @Override
          public void requestHeadersStart(Call call) {
            if (cancels.get()) {
              sockets.writer = Thread.currentThread();
              call.cancel();
            }
          }
        };
    try (OfAuthClient client = client(http().socketFactory(sockets).eventListener(canceller))) {
      client.connection().chats().list().firstPage();
      cancels.set(true);

      assertThatThrownBy(() -> client.connection().chats().list().firstPage())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("Canceled");

      assertThat(sockets.cameAhead).as("the response came first").isTrue();
      assertThat(pool.connectionCount()).isEqualTo(1);
      assertThat(pool.idleConnectionCount()).isEqualTo(1);
    }
  }

  private OkHttpClient.Builder http() {
    return new OkHttpClient.Builder()
        .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
        .connectionPool(pool);
  }

  private OfAuthClient client(OkHttpClient.Builder http) {
    return TestClients.of(provider)
        .okHttpClient(http.build())
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  /**
   * Ends the writing of a request only when its response has been read. OkHttp's own threads may
   * still write what belongs to the request before.
   */
  private static final class ResponseAhead extends WatchedSockets {
    private final CountDownLatch responded = new CountDownLatch(1);
    private volatile @Nullable Thread writer;
    private volatile boolean hasRead;
    private volatile boolean cameAhead;

    @Override
    void written() {
      if (Thread.currentThread() == writer && !cameAhead) {
        try {
          cameAhead = responded.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }

    @Override
    void read() {
      hasRead = writer != null;
    }

    @Override
    void reading() {
      if (hasRead) {
        responded.countDown();
      }
    }
  }
}
