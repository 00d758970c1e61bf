package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.BucketProvider;
import com.ofauth.access.CallInfo;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.changes.Watch;
import com.ofauth.access.model.Chat;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.Gate;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RateLimit;
import com.ofauth.access.testing.WireFault;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class LifecycleTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final OfAuthTestProvider provider = OfAuthTestProvider.start();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void closingEndsIdleConnections() throws Exception {
    OfAuthClient client = TestClients.of(provider).build();
    client.connection().chats().list().firstPage();
    provider.awaitOpenConnections(1, LONG);

    client.close();

    provider.awaitOpenConnections(0, LONG);
  }

  @Test
  void aCallUnderWayComesToItsEndAndThenItsConnectionTooIsEnded() throws Exception {
    Gate gate = Gate.create();
    provider.faults().next(WireFault.hold(gate));
    OfAuthClient client = TestClients.of(provider).build();
    CompletableFuture<Integer> items =
        client.connection().chats().list().async().firstPage().thenApply(p -> p.items().size());
    gate.awaitHeld(1, LONG);

    client.close();
    gate.release();

    assertThat(items.get(10, TimeUnit.SECONDS)).isPositive();
    provider.awaitOpenConnections(0, LONG);
  }

  @Test
  void aCallUnderWayIsRetriedAfterClose() {
    provider.faults().next(AnswerFault.respond(503, "text/plain", ""));
    List<OfAuthClient> toClose = new ArrayList<>();
    OfAuthClient client =
        TestClients.of(provider)
            .listener(
                new OfAuthListener() {
                  @Override
                  public void onRetry(CallInfo call, int next, OfAuthException failure) {
                    toClose.get(0).close();
                  }
                })
            .build();
    toClose.add(client);

    assertThat(client.connection().chats().list().firstPage().items()).isNotEmpty();
  }

  @Test
  void aClosedClientSaysSo() {
    OfAuthClient client = TestClients.of(provider).build();
    client.close();
    client.close();

    assertThatThrownBy(() -> client.connection().chats().list().firstPage())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The OFAuth client is closed");
  }

  @Test
  void closingEndsAWatchThatWaits() throws Exception {
    OfAuthClient client = TestClients.of(provider).build();
    Checkpoint since = client.connection().chats().checkpointNow();
    Watch.NewsIterator<Chat> watch =
        client.connection().chats().changes(since).watch(Duration.ofDays(1)).iterator();
    CompletableFuture<Boolean> next = CompletableFuture.supplyAsync(watch::hasNext);
    provider.awaitRequest(2, LONG);

    client.close();

    assertThatThrownBy(() -> next.get(10, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The OFAuth client is closed");
  }

  @Test
  void leavesThePoolOfAUsersClientAlone() {
    ConnectionPool pool = new ConnectionPool();
    OkHttpClient own = new OkHttpClient.Builder().connectionPool(pool).build();
    OfAuthClient client = TestClients.of(provider).okHttpClient(own).build();
    client.connection().chats().list().firstPage();

    client.close();

    assertThat(pool.connectionCount()).isEqualTo(1);
    assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    pool.evictAll();
  }

  @Test
  void viewsCostNoThreads() {
    try (OfAuthClient client = TestClients.of(provider).build()) {
      client.connection().chats().list().firstPage();
      int before = Thread.activeCount();
      List<OfAuthConnection> views = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        views.add(client.connection("conn_" + i));
      }

      // Other threads come and go meanwhile, but not one for every hundred views.
      assertThat(Thread.activeCount()).isLessThan(before + 100);
      assertThat(views).last().extracting(OfAuthConnection::id).isEqualTo("conn_9999");
    }
  }

  /** On Java 21 and later, what waits is a virtual thread; before, it is the worker of the walk. */
  @Test
  @Timeout(60)
  void aCallThatWaitsHoldsNoThreadBesideItsOwn() throws Exception {
    int calls = 1_000;
    boolean isVirtual = Runtime.version().feature() >= 24;
    provider.connection().rateLimit(RateLimit.none());
    Gate gate = Gate.create();
    provider.faults().always(WireFault.hold(gate));
    try (OfAuthClient client =
        TestClients.of(provider)
            .rateLimitPolicy(RateLimitPolicy.unlimited())
            // They wait until the gate opens, however long the last of them takes to begin.
            .readTimeout(Duration.ofHours(1))
            .timeout(Duration.ofHours(1))
            .build()) {
      Set<Thread> before = Thread.getAllStackTraces().keySet();
      List<CompletableFuture<?>> pages = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        pages.add(client.connection().chats().list().async().firstPage());
      }
      gate.awaitHeld(calls, Duration.ofSeconds(50));

      // A thread of OkHttp's task runner that has this name has no task. How many it starts depends
      // on the load.
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !before.contains(thread))
          .filteredOn(thread -> !thread.getName().equals("OkHttp TaskRunner"))
          .hasSizeLessThan(isVirtual ? 50 : calls + 10);
      gate.release();
      for (CompletableFuture<?> page : pages) {
        page.get(30, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void viewsKeepNoBucketBeforeTheirFirstCall() {
    List<String> asked = new ArrayList<>();
    BucketProvider buckets =
        (connectionId, limits) -> {
          asked.add(connectionId);
          return Bucket.builder().addLimit(limits.getBandwidths()[0]).build();
        };
    try (OfAuthClient client =
        TestClients.of(provider)
            .rateLimitPolicy(RateLimitPolicy.defaults().withBuckets(buckets))
            .build()) {
      for (int i = 0; i < 1_000; i++) {
        client.connection("conn_" + i).chats().list();
      }
      client.connection().chats().list().firstPage();

      assertThat(asked).containsExactly(provider.connectionId());
    }
  }

  @Test
  void everyThreadIsADaemon() throws Exception {
    Gate gate = Gate.create();
    provider.faults().next(WireFault.hold(gate));
    try (OfAuthClient client = TestClients.of(provider).build()) {
      CompletableFuture<?> page = client.connection().chats().list().async().firstPage();
      gate.awaitHeld(1, LONG);

      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(
              thread ->
                  thread.getName().startsWith("ofauth-access")
                      || thread.getName().startsWith("OkHttp"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
      gate.release();
      page.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  @Timeout(60)
  void keepsNoJvmAlive() throws Exception {
    Process jvm = startJvm();

    assertThat(jvm.inputReader().readLine()).startsWith("items: ");
    // OkHttp's own threads would hold it for a minute.
    assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(jvm.exitValue()).isZero();
  }

  private Process startJvm() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ListOnePage.class.getName());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .putAll(
            Map.of(
                "OFAUTH_API_KEY", provider.apiKey(),
                "OFAUTH_BASE_URL", provider.baseUrl().toString(),
                "OFAUTH_CONNECTION_ID", provider.connectionId()));
    return builder.start();
  }

  /** A program that forgets to close its client. */
  static final class ListOnePage {
    private ListOnePage() {}

    public static void main(String[] args) {
      OfAuthClient client = OfAuthClient.fromEnv();
      int items = client.connection().chats().list().async().firstPage().join().items().size();
      System.out.println("items: " + items);
    }
  }
}
