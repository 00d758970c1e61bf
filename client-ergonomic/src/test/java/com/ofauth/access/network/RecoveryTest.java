package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.TestClients;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What OkHttp mends by itself costs the user nothing: no failure, attempt, token or wait. Each case
 * is driven with plain OkHttp too, and must not take more requests than that.
 */
final class RecoveryTest {
  private static final Path TABLE = Path.of("target", "recovery-table.md");

  /** A service that is healthy, but not on each of its connections. */
  enum Case {
    IDLE_CONNECTION_CLOSED {
      @Override
      World create() throws IOException {
        return new World(SocketServer.start(RecoveryTest::keepAlive)) {
          @Override
          void drive(Runnable call) {
            for (int i = 0; i < 120; i++) {
              call.run();
              main.closeIdle();
            }
          }
        };
      }
    },
    EIGHT_IDLE_CONNECTIONS_CLOSED {
      @Override
      World create() throws IOException {
        CyclicBarrier eight = new CyclicBarrier(8);
        return new World(
            SocketServer.start(
                peer -> {
                  for (String r = peer.request(); r != null; r = peer.request()) {
                    if (peer.server().requests().size() <= 8) {
                      await(eight);
                    }
                    peer.page();
                  }
                })) {
          @Override
          void drive(Runnable call) throws Exception {
            together(8, 1, call);
            main.closeIdle();
            call.run();
          }
        };
      }
    },
    FIRST_ADDRESS_REFUSES {
      @Override
      World create() throws IOException {
        return new World(SocketServer.start(RecoveryTest::keepAlive), "127.0.0.9", "127.0.0.1");
      }
    },
    FIRST_ADDRESS_SWALLOWS {
      @Override
      World create() throws IOException {
        World world =
            new World(SocketServer.start(RecoveryTest::keepAlive), "127.0.0.8", "127.0.0.1");
        world.alsoClose(new SwallowingAddress("127.0.0.8", world.main.port()));
        return world;
      }
    },
    FIRST_ADDRESS_CLOSES_AT_ONCE {
      @Override
      World create() throws IOException {
        World world =
            new World(SocketServer.start(RecoveryTest::keepAlive), "127.0.0.7", "127.0.0.1");
        world.alsoServe("127.0.0.7", peer -> peer.reset());
        return world;
      }
    },
    FIRST_ADDRESS_RESETS_AFTER_THE_REQUEST {
      @Override
      World create() throws IOException {
        World world =
            new World(SocketServer.start(RecoveryTest::keepAlive), "127.0.0.6", "127.0.0.1");
        world.alsoServe(
            "127.0.0.6",
            peer -> {
              if (peer.request() != null) {
                peer.reset();
              }
            });
        return world;
      }
    },
    FIRST_ADDRESS_CLOSES_WITHIN_THE_HEAD {
      @Override
      World create() throws IOException {
        World world =
            new World(SocketServer.start(RecoveryTest::keepAlive), "127.0.0.5", "127.0.0.1");
        world.alsoServe(
            "127.0.0.5",
            peer -> {
              if (peer.request() != null) {
                peer.send("HTTP/1.1 200 OK\r\nContent-Le");
              }
            });
        return world;
      }
    },
    ONE_ADDRESS_FAMILY_OF_LOCALHOST {
      @Override
      World create() throws IOException {
        // Whichever of the two comes first, one of the two servers has it second.
        return new World(
            SocketServer.startAt(address("::1"), 0, RecoveryTest::keepAlive), "127.0.0.1", "::1");
      }
    },
    HTTP_1_0 {
      @Override
      World create() throws IOException {
        return new World(
            SocketServer.start(
                peer -> {
                  if (peer.request() != null) {
                    peer.send(
                        "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n"
                            + SocketServer.EMPTY_PAGE);
                  }
                })) {
          @Override
          void drive(Runnable call) throws Exception {
            together(16, 10, call);
          }
        };
      }
    },
    HTTP_1_0_WITH_A_LENGTH {
      @Override
      World create() throws IOException {
        return new World(
            SocketServer.start(
                peer -> {
                  if (peer.request() != null) {
                    peer.send(
                        "HTTP/1.0 200 OK\r\nContent-Length: "
                            + SocketServer.EMPTY_PAGE.length()
                            + "\r\n\r\n"
                            + SocketServer.EMPTY_PAGE);
                  }
                })) {
          @Override
          void drive(Runnable call) throws Exception {
            together(16, 10, call);
          }
        };
      }
    },
    CONNECTION_CLOSE_UNDER_LOAD {
      @Override
      World create() throws IOException {
        return new World(
            SocketServer.start(
                peer -> {
                  if (peer.request() != null) {
                    peer.answer("200 OK", "Connection: close\r\n", SocketServer.EMPTY_PAGE);
                  }
                })) {
          @Override
          void drive(Runnable call) throws Exception {
            together(16, 10, call);
          }
        };
      }
    },
    CLOSED_UNANNOUNCED_AFTER_EACH_ANSWER {
      @Override
      World create() throws IOException {
        return new World(
            SocketServer.start(
                peer -> {
                  if (peer.request() != null) {
                    peer.page();
                  }
                })) {
          @Override
          void drive(Runnable call) throws Exception {
            together(16, 10, call);
          }
        };
      }
    },
    USED_CONNECTION_RESETS_AFTER_THE_REQUEST {
      @Override
      World create() throws IOException {
        return new World(
            SocketServer.start(
                peer -> {
                  if (peer.request() != null) {
                    peer.page();
                  }
                  if (peer.request() != null) {
                    peer.reset();
                  }
                }));
      }
    },
    USED_CONNECTION_CLOSES_WITHIN_THE_HEAD {
      @Override
      World create() throws IOException {
        return new World(
            SocketServer.start(
                peer -> {
                  if (peer.request() != null) {
                    peer.page();
                  }
                  if (peer.request() != null) {
                    peer.send("HTTP/1.1 200 OK\r\nContent-");
                  }
                }));
      }
    },
    HTTP_2_IDLE_CONNECTION_CLOSED(Protocol.H2_PRIOR_KNOWLEDGE) {
      @Override
      World create() throws IOException {
        return new World(SocketServer.start(new Http2Server((stream, number) -> stream.page()))) {
          @Override
          void drive(Runnable call) {
            for (int i = 0; i < 20; i++) {
              call.run();
              main.closeIdle();
            }
          }
        };
      }
    },
    HTTP_2_USED_CONNECTION_REFUSES_A_STREAM(Protocol.H2_PRIOR_KNOWLEDGE) {
      @Override
      World create() throws IOException {
        return new World(
            SocketServer.start(
                new Http2Server(
                    (stream, number) -> {
                      if (number % 3 == 0) {
                        stream.refuse();
                      } else {
                        stream.page();
                      }
                    })));
      }
    },
    HTTP_2_GOAWAY_INSTEAD_OF_AN_ANSWER(Protocol.H2_PRIOR_KNOWLEDGE) {
      @Override
      World create() throws IOException {
        return new World(
            SocketServer.start(
                new Http2Server(
                    (stream, number) -> {
                      if (number == 2) {
                        stream.goAway(1);
                        stream.awaitClosedByClient();
                      } else {
                        stream.page();
                      }
                    })));
      }
    },
    HTTP_2_GOAWAY_AFTER_THE_ANSWER(Protocol.H2_PRIOR_KNOWLEDGE) {
      @Override
      World create() throws IOException {
        return new World(
            SocketServer.start(
                new Http2Server(
                    (stream, number) -> {
                      stream.page();
                      stream.goAway(stream.id());
                      stream.awaitClosedByClient();
                    })));
      }
    };

    private final Protocol protocol;

    Case() {
      this(Protocol.HTTP_1_1);
    }

    Case(Protocol protocol) {
      this.protocol = protocol;
    }

    abstract World create() throws IOException;
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void costsNoAttempt(Case situation) throws Exception {
    int plainRequests;
    long plainTime;
    AtomicInteger calls = new AtomicInteger();
    try (World world = situation.create()) {
      OkHttpClient http = world.http(situation);
      long begin = System.nanoTime();
      world.drive(
          () -> {
            calls.incrementAndGet();
            callPlainly(http, world);
          });
      plainTime = System.nanoTime() - begin;
      plainRequests = world.requests();
    }

    for (Sending sending : Sending.values()) {
      RetryPolicy policy =
          sending == Sending.DISPATCHED_AND_RETRIED ? RetryPolicy.defaults() : RetryPolicy.none();
      Tally tally = new Tally();
      int requests;
      long time;
      try (World world = situation.create();
          OfAuthClient client =
              sending.client(
                  OfAuthClient.builder()
                      .apiKey("sk_test")
                      .baseUrl(world.url())
                      .connectTimeout(Duration.ofMillis(500))
                      .rateLimitPolicy(tally.policy())
                      .retryPolicy(policy)
                      .listener(tally),
                  world.http(situation))) {
        long begin = System.nanoTime();
        world.drive(() -> call(client));
        time = System.nanoTime() - begin;
        requests = world.requests();
      }
      report(
          String.format(
              "| %s | %d | %d | %d | %d | %d | %d | %d ms | %d ms |%n",
              situation + " " + sending,
              calls.get(),
              plainRequests,
              requests,
              tally.attempts(),
              tally.tokens(),
              tally.failures(),
              TimeUnit.NANOSECONDS.toMillis(plainTime),
              TimeUnit.NANOSECONDS.toMillis(time)));

      assertThat(tally.failures()).as("failures").isZero();
      assertThat(tally.attempts()).as("attempts").isEqualTo(calls.get());
      assertThat(tally.tokens()).as("tokens").isEqualTo(calls.get());
      assertThat(tally.waited()).as("waited").isZero();
      assertThat(requests).as("requests at the server").isLessThanOrEqualTo(plainRequests);
    }
  }

  /** On which threads the requests are sent. */
  private enum Sending {
    INLINE,
    DISPATCHED,
    DISPATCHED_AND_RETRIED;

    OfAuthClient client(OfAuthClient.Builder builder, OkHttpClient http) {
      return this == INLINE
          ? TestClients.inline(builder, http)
          : builder.okHttpClient(http).build();
    }
  }

  /** The tally counts what fails. */
  private static void call(OfAuthClient client) {
    try {
      client.connection("conn_1").chats().list().firstPage();
    } catch (OfAuthException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  private static void callPlainly(OkHttpClient http, World world) {
    Request request = new Request.Builder().url(world.url() + "/v2/access/chats").build();
    try (Response response = http.newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(200);
      assertThat(response.body().string()).isEqualTo(SocketServer.EMPTY_PAGE);
    } catch (IOException e) {
      throw new AssertionError("plain OkHttp fails", e);
    }
  }

  /**
   * Case, calls, requests of plain OkHttp, requests, attempts, tokens, failures, time of plain
   * OkHttp, time. The times are for the reader: a loaded machine makes them what they are.
   */
  private static void report(String row) throws IOException {
    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static InetAddress address(String literal) throws IOException {
    return InetAddress.getAllByName(literal)[0];
  }

  private static void keepAlive(SocketServer.Peer peer) throws IOException {
    while (peer.request() != null) {
      peer.page();
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Servers, how they are found, and what is done with them. */
  private static class World implements Closeable {
    final SocketServer main;
    private final List<InetAddress> addresses = new ArrayList<>();
    private final List<Closeable> others = new ArrayList<>();
    private final List<SocketServer> servers = new ArrayList<>();

    World(SocketServer main, String... addresses) throws IOException {
      this.main = main;
      servers.add(main);
      others.add(main);
      for (String address : addresses) {
        this.addresses.add(address(address));
      }
    }

    void alsoServe(String address, SocketServer.Handler handler) throws IOException {
      SocketServer server = SocketServer.startAt(address(address), main.port(), handler);
      servers.add(server);
      others.add(server);
    }

    void alsoClose(Closeable other) {
      others.add(other);
    }

    String url() {
      return addresses.isEmpty() ? main.url() : main.localhostUrl();
    }

    int requests() {
      return servers.stream().mapToInt(server -> server.requests().size()).sum();
    }

    OkHttpClient http(Case situation) {
      OkHttpClient.Builder builder =
          new OkHttpClient.Builder()
              .protocols(List.of(situation.protocol))
              .connectTimeout(Duration.ofMillis(500));
      if (!addresses.isEmpty()) {
        builder.dns(host -> addresses);
      }
      return builder.build();
    }

    void drive(Runnable call) throws Exception {
      for (int i = 0; i < 5; i++) {
        call.run();
      }
    }

    @Override
    public void close() throws IOException {
      for (Closeable other : others) {
        other.close();
      }
    }
  }

  /** Calls from several threads; all have to go well. */
  private static void together(int threads, int calls, Runnable call) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        work.add(
            () -> {
              for (int n = 0; n < calls; n++) {
                call.run();
              }
              return null;
            });
      }
      for (Future<Void> done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  /** A port whose queue is full: what tries to connect gets no answer. */
  private static final class SwallowingAddress implements Closeable {
    private final ServerSocket listener = new ServerSocket();
    private final List<Socket> queue = new ArrayList<>();

    SwallowingAddress(String address, int port) throws IOException {
      listener.bind(new InetSocketAddress(address(address), port), 1);
      while (fits()) {
        // One more place in the queue is taken.
      }
    }

    private boolean fits() throws IOException {
      Socket socket = new Socket();
      queue.add(socket);
      try {
        socket.connect(listener.getLocalSocketAddress(), 200);
        return true;
      } catch (java.net.SocketTimeoutException e) {
        return false;
      }
    }

    @Override
    public void close() throws IOException {
      listener.close();
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }
}
