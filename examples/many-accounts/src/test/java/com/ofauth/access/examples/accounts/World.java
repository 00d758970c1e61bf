package com.ofauth.access.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RateLimit;
import com.ofauth.access.testing.RecordedRequest;
import com.ofauth.access.testing.TestChats;
import com.ofauth.access.testing.WireFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;

/**
 * What members work on: a service with some accounts that change all the time, and a database that
 * several processes share.
 */
final class World implements AutoCloseable {
  /**
   * The budget of a connection is a bit larger than what members use, since requests can overtake
   * each other on their way.
   */
  private static final int SLACK = 4;

  static final int PER_MINUTE = 120;
  static final int BURST = 8;

  final OfAuthTestProvider provider = OfAuthTestProvider.start();
  final List<String> connections;
  final String sink;

  private final Server database;
  private final Random random = new Random(42);
  private volatile boolean changes = true;

  World(int accounts, int chats, int massMessages) throws SQLException {
    connections = IntStream.rangeClosed(1, accounts).mapToObj(i -> "conn_" + i).toList();
    for (String id : connections) {
      provider.connection(id).rateLimit(RateLimit.of(PER_MINUTE, BURST + SLACK));
      provider.connection(id).chats().clear().addGenerated(chats);
      provider.connection(id).massMessages().clear().addGenerated(massMessages);
    }
    // Without these headers, only the shared bucket can keep members within the budget.
    provider
        .faults()
        .always(
            WireFault.withoutHeader("X-RateLimit-Limit"),
            WireFault.withoutHeader("X-RateLimit-Remaining"),
            WireFault.withoutHeader("X-RateLimit-Reset"));
    provider.onRequest(request -> change());
    database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    sink =
        "jdbc:h2:tcp://127.0.0.1:"
            + database.getPort()
            + "/mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=100000";
    JdbcDataSource tables = new JdbcDataSource();
    tables.setURL(sink);
    new JdbcSink(tables).createTables();
  }

  private void change() {
    if (changes) {
      String id = connections.get(random.nextInt(connections.size()));
      TestChats chats = provider.connection(id).chats();
      if (random.nextInt(8) == 0) {
        provider.connection(id).massMessages().insertGenerated(0);
      } else if (random.nextInt(8) == 0) {
        chats.insertGenerated(0);
      } else {
        chats.receiveMessage(chats.userIds().get(random.nextInt(chats.size())), "hi");
      }
    }
  }

  /** A connection that was asked for by this host name. */
  String askedBy(String host) {
    return provider.requests().stream()
        .filter(request -> request.header("Host").orElse("").startsWith(host + ":"))
        .reduce((first, last) -> last)
        .flatMap(RecordedRequest::connectionId)
        .orElseThrow();
  }

  void receiveMessage(String id) {
    TestChats chats = provider.connection(id).chats();
    chats.receiveMessage(chats.userIds().get(0), "hi");
  }

  void changing(boolean on) {
    changes = on;
  }

  /** Waits for a condition; requests come all the time, and each is a moment to look. */
  void await(String what, Duration timeout, Condition condition) throws Exception {
    Instant end = Instant.now().plus(timeout);
    while (!condition.holds()) {
      Duration left = Duration.between(Instant.now(), end);
      try {
        if (left.isNegative()) {
          throw new TimeoutException();
        }
        provider.awaitRequest(provider.requests().size() + 1, left);
      } catch (TimeoutException e) {
        throw new AssertionError(
            what
                + " did not come to pass within "
                + timeout
                + "; differences: "
                + differences(connections),
            e);
      }
    }
  }

  /** Something that comes to pass. */
  interface Condition {
    boolean holds() throws Exception;
  }

  /** What is missing at the sink, not in its newest version, or more than there is. */
  Set<String> differences(List<String> accounts) throws SQLException {
    Set<String> differences = new HashSet<>();
    Map<String, String> stored = stored();
    for (String id : accounts) {
      Map<String, String> expected = expected(id);
      expected.forEach(
          (key, version) -> {
            if (!version.equals(stored.get(key))) {
              differences.add(key + " is " + stored.get(key) + ", not " + version);
            }
          });
      stored.keySet().stream()
          .filter(key -> key.startsWith(id + "/") && !expected.containsKey(key))
          .forEach(differences::add);
    }
    return differences;
  }

  Map<String, String> expected(String id) {
    Map<String, String> expected = new TreeMap<>();
    for (Chat chat : provider.connection(id).chats().all()) {
      expected.put(id + "/" + Feed.CHATS.keyOf(chat), Feed.CHATS.versionOf(chat));
    }
    for (MassMessage message : provider.connection(id).massMessages().all()) {
      expected.put(
          id + "/" + Feed.MASS_MESSAGES.keyOf(message), Feed.MASS_MESSAGES.versionOf(message));
    }
    return expected;
  }

  Map<String, String> stored() throws SQLException {
    Map<String, String> stored = new HashMap<>();
    try (Connection sql = DriverManager.getConnection(sink);
        ResultSet row =
            sql.createStatement().executeQuery("SELECT connection, item, version FROM items")) {
      while (row.next()) {
        assertThat(stored.put(row.getString(1) + "/" + row.getString(2), row.getString(3)))
            .isNull();
      }
    }
    return stored;
  }

  long number(String query) throws SQLException {
    try (Connection sql = DriverManager.getConnection(sink);
        ResultSet row = sql.createStatement().executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Whether each of these connections was asked for after that moment. */
  boolean allRequestedSince(Instant moment, List<String> accounts) {
    Set<String> requested = new HashSet<>();
    provider.requests().stream()
        .filter(request -> request.receivedAt().isAfter(moment))
        .forEach(request -> request.connectionId().ifPresent(requested::add));
    return requested.containsAll(accounts);
  }

  /** What was used of the budget of the connection that used most of it. */
  Budget mostUsed(List<String> accounts) {
    return accounts.stream()
        .map(
            id ->
                Budget.of(
                    provider.requests().stream()
                        .filter(request -> request.connectionId().filter(id::equals).isPresent())
                        .map(RecordedRequest::receivedAt)
                        .toList()))
        .max(Comparator.comparingLong(Budget::used))
        .orElseThrow();
  }

  /** How many requests a connection had in some time, and how many it may have. */
  record Budget(long used, Duration time, long allowed) {
    static Budget of(List<Instant> requests) {
      Duration time = Duration.between(requests.get(0), requests.get(requests.size() - 1));
      return new Budget(
          requests.size(), time, BURST + SLACK + time.toMillis() * PER_MINUTE / 60_000);
    }
  }

  static List<String> freeAddresses(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(socket -> "127.0.0.1:" + socket.getLocalPort()).toList();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  @Override
  public void close() {
    provider.close();
    database.stop();
  }
}
