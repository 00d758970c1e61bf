package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.model.Chat;
import com.ofauth.access.testing.Fault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;

/**
 * Each fault of the provider with each shape of reading: the table of docs/faults.md is what comes
 * out here. No key and no connection may get lost on the way.
 */
final class FaultMatrixTest {
  private static final Path TABLE = Path.of("..", "docs", "faults.md");
  private static final String CANARY = "sk_live_CANARY-4f1d";
  private static final String FIRST_ROW = "| fault | once |";
  private static final int CHATS = 45;

  /** Pages overlap by one item. */
  private static final String SECOND_PAGE = "19";

  private static final int FIRST_PAGE = 20;

  enum Http {
    HTTP_1(Protocol.HTTP_1_1),
    HTTP_2(Protocol.H2_PRIOR_KNOWLEDGE);

    private final Protocol protocol;

    Http(Protocol protocol) {
      this.protocol = protocol;
    }
  }

  @Test
  void everyFaultEndsAsDocumentedInEveryShape() throws Exception {
    List<String> rows = rows(Http.HTTP_1, FaultCatalog.all());

    Files.write(Path.of("target", "faults-table.md"), rows);
    assertThat(rows)
        .as("the table in docs/faults.md; target/faults-table.md has what came out")
        .isEqualTo(documented());
  }

  @Test
  void faultsOfTheConnectionEndInTheSameWayOverHttp2() throws Exception {
    assertThat(documented()).containsAll(rows(Http.HTTP_2, FaultCatalog.ofTheConnection()));
  }

  @Test
  void findsAConnectionThatIsNotGivenBack() throws IOException {
    ConnectionPool pool = new ConnectionPool();
    OkHttpClient http = new OkHttpClient.Builder().connectionPool(pool).build();
    try (OfAuthTestProvider provider = OfAuthTestProvider.start();
        okhttp3.Response unclosed =
            http.newCall(new okhttp3.Request.Builder().url(provider.baseUrl().toURL()).build())
                .execute()) {
      assertThat(pool.connectionCount() - pool.idleConnectionCount()).isEqualTo(1);
      assertThat(unclosed.code()).isEqualTo(404);
    }
  }

  private static List<String> rows(Http http, Map<String, Fault> faults) throws Exception {
    List<String> rows = new ArrayList<>();
    for (Map.Entry<String, Fault> entry : faults.entrySet()) {
      try {
        rows.add(row(http, entry.getKey(), entry.getValue()));
      } catch (Exception | AssertionError e) {
        throw new AssertionError(entry.getKey() + " over " + http, e);
      }
    }
    return rows;
  }

  private static String row(Http http, String name, Fault fault) throws Exception {
    Set<String> once = new LinkedHashSet<>();
    Set<String> alwaysFirstPage = new LinkedHashSet<>();
    Set<String> always = new LinkedHashSet<>();
    SimulatedTime time = new SimulatedTime();
    boolean timesOut = name.contains("read timeout");
    // Short only where it has to pass: a slow machine must not look like a slow service.
    Duration readTimeout = timesOut ? Duration.ofMillis(250) : Duration.ofSeconds(30);
    // On HTTP/2 a connection that closes ends the requests of other pages too, of four at most.
    int retries = http == Http.HTTP_2 && name.equals("connection closed after the answer") ? 6 : 2;
    // On a slow machine a good answer can time out too: it is asked for until it comes.
    int retriesOfOnce = timesOut ? 50 : retries;
    try (OfAuthTestProvider provider =
        OfAuthTestProvider.builder().apiKey(CANARY).clock(time.clock()).chats(CHATS).start()) {
      for (Shape shape : Shape.values()) {
        provider.reset();
        provider.faults().always(fault);
        (shape == Shape.FIRST_PAGE ? alwaysFirstPage : always)
            .add(run(http, shape, provider, time, readTimeout, retries));
        if (shape != Shape.FIRST_PAGE) {
          provider.reset();
          provider.faults().when(new SecondPageOnce(), fault);
          once.add(run(http, shape, provider, time, readTimeout, retriesOfOnce));
        }
      }
    }
    return "| "
        + name
        + " | "
        + String.join(" / ", once)
        + " | "
        + String.join(" / ", alwaysFirstPage)
        + " | "
        + String.join(" / ", always)
        + " |";
  }

  /** By the offset, since requests that look ahead come in any order. */
  private static final class SecondPageOnce implements Predicate<RecordedRequest> {
    private final AtomicBoolean come = new AtomicBoolean();

    @Override
    public boolean test(RecordedRequest request) {
      return request.queryParam("offset").filter(SECOND_PAGE::equals).isPresent()
          && come.compareAndSet(false, true);
    }
  }

  private static String run(
      Http protocol,
      Shape shape,
      OfAuthTestProvider provider,
      SimulatedTime time,
      Duration readTimeout,
      int retries)
      throws Exception {
    ConnectionPool pool = new ConnectionPool();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .protocols(List.of(protocol.protocol))
            .connectionPool(pool)
            .socketFactory(new WatchedSockets())
            .build();
    LeakRecorder recorder = new LeakRecorder();
    try (OfAuthClient client =
        TestClients.build(
            TestClients.of(provider)
                .okHttpClient(http)
                .retryPolicy(RetryPolicy.defaults().withMaxRetries(retries))
                .readTimeout(readTimeout)
                .listener(recorder),
            time)) {
      String outcome = outcome(shape, client.connection(), recorder);
      awaitAllGivenBack(pool, shape);
      recorder.add(client + " " + client.connection() + " " + provider.requests());
      assertThat(recorder.text()).contains("attempt ").doesNotContain("CANARY");
      return outcome;
    } finally {
      recorder.close();
      pool.evictAll();
    }
  }

  private static String outcome(Shape shape, OfAuthConnection connection, LeakRecorder recorder)
      throws InterruptedException, TimeoutException {
    try {
      List<Chat> chats = shape.read(connection);
      long distinct = chats.stream().map(chat -> chat.withUser().id()).distinct().count();
      int expected = shape == Shape.FIRST_PAGE ? FIRST_PAGE : CHATS;
      return distinct == expected && chats.size() == expected ? "✓" : chats.size() + " items";
    } catch (OfAuthException e) {
      recorder.add(e);
      return e.getClass().getSimpleName().replace("Exception", "");
    }
  }

  /** OkHttp counts a connection as idle once the response on it is read or closed. */
  private static void awaitAllGivenBack(ConnectionPool pool, Shape shape) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (pool.connectionCount() != pool.idleConnectionCount()) {
      assertThat(System.nanoTime())
          .as("a connection was not given back after %s", shape)
          .isLessThan(giveUp);
      Thread.onSpinWait();
    }
  }

  private static List<String> documented() throws IOException {
    if (!Files.exists(TABLE)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(TABLE);
    int first = 0;
    while (!lines.get(first).startsWith(FIRST_ROW)) {
      first++;
    }
    return lines.stream().skip(first + 2L).takeWhile(line -> line.startsWith("|")).toList();
  }
}
