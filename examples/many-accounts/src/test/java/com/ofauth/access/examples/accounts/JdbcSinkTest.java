package com.ofauth.access.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.examples.accounts.Sink.StaleFenceException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sink in both databases, each a real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JdbcSinkTest {
  private EmbeddedPostgres postgres;

  @BeforeAll
  void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  void stop() throws IOException {
    postgres.close();
  }

  List<DataSource> databases() {
    return List.of(
        JdbcConnectionPool.create(
            "jdbc:h2:mem:sink" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "", ""),
        postgres.getDatabase("postgres", "postgres"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepsOneRowForEachItemInItsNewestVersion(DataSource database) throws SQLException {
    JdbcSink sink = sink(database);
    long fence = sink.takeOver("conn_1").fence();
    sink.merge("conn_1", "chats/1", fence, "7", "{\"old\":1}");
    sink.merge("conn_1", "chats/2", fence, "7", "{}");
    sink.merge("conn_1", "chats/1", fence, "8", "{\"new\":\"ü\"}");
    sink.merge("conn_1", "chats/2", fence, "7", "{}");

    assertThat(rows(database))
        .containsExactly("conn_1 chats/1 1 8 {\"new\":\"ü\"} 0", "conn_1 chats/2 1 7 {} 1");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void refusesAnOwnerThatWasReplaced(DataSource database) throws SQLException {
    JdbcSink sink = sink(database);
    long paused = sink.takeOver("conn_1").fence();
    long other = sink.takeOver("conn_2").fence();
    sink.merge("conn_1", "chats/1", paused, "7", "{}");
    long owner = sink.takeOver("conn_1").fence();
    assertThat(owner).isGreaterThan(paused);

    assertThatThrownBy(() -> sink.merge("conn_1", "chats/1", paused, "8", "{}"))
        .isInstanceOf(StaleFenceException.class)
        .hasMessage("conn_1 is owned by fence 2, not by 1 any more");
    assertThatThrownBy(() -> sink.merge("conn_1", "chats/9", paused, "1", "{}"))
        .isInstanceOf(StaleFenceException.class);
    sink.merge("conn_1", "chats/1", owner, "9", "{}");
    sink.merge("conn_2", "chats/1", other, "1", "{}");

    assertThat(rows(database))
        .containsExactly("conn_1 chats/1 2 9 {} 0", "conn_2 chats/1 1 1 {} 0");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepsTheCheckpointsOfTheOwner(DataSource database) throws SQLException {
    JdbcSink sink = sink(database);
    Account paused = sink.takeOver("conn_1");
    assertThat(paused.checkpoints()).isEmpty();
    sink.save("conn_1", "chats", paused.fence(), "a");
    sink.save("conn_1", "others", paused.fence(), "b");
    Account owner = sink.takeOver("conn_1");
    assertThat(owner.checkpoints()).isEqualTo(Map.of("chats", "a", "others", "b"));

    sink.save("conn_1", "chats", owner.fence(), "c");
    assertThatThrownBy(() -> sink.save("conn_1", "chats", paused.fence(), "d"))
        .isInstanceOf(StaleFenceException.class);
    assertThat(sink.takeOver("conn_1").checkpoints())
        .isEqualTo(Map.of("chats", "c", "others", "b"));
    assertThat(sink.takeOver("conn_2").checkpoints()).isEmpty();
  }

  /** By the setting of docs/many-machines.md, with a shorter time. */
  @Test
  void takesOverFromAnOwnerThatIsFrozenWithinATransaction() throws SQLException {
    JdbcSink sink = sink(postgres.getDatabase("postgres", "postgres"));
    long fence = sink.takeOver("conn_1").fence();
    String url =
        postgres.getJdbcUrl("postgres", "postgres")
            + "&options=-c%20idle_in_transaction_session_timeout=500ms";
    try (Connection frozen = DriverManager.getConnection(url)) {
      frozen.setAutoCommit(false);
      frozen
          .createStatement()
          .executeQuery("SELECT fence FROM owners WHERE connection = 'conn_1' FOR UPDATE");

      assertThat(sink.takeOver("conn_1").fence()).isEqualTo(fence + 1);
      assertThatThrownBy(frozen::commit).isInstanceOf(SQLException.class);
    }
  }

  /** Each owner writes a version that begins with its fence, until it is replaced. */
  @ParameterizedTest
  @MethodSource("databases")
  void neverLetsAnOlderOwnerWriteAfterANewerOne(DataSource database) throws Exception {
    JdbcSink sink = sink(database);
    List<CompletableFuture<Long>> owners = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      owners.add(CompletableFuture.supplyAsync(() -> writeUntilReplaced(sink)));
      for (long fence = 0; fence <= i; fence = newestVersion(database)) {
        Thread.onSpinWait();
      }
    }
    long last = sink.takeOver("conn_1").fence();
    for (CompletableFuture<Long> owner : owners) {
      assertThat(owner.get(30, TimeUnit.SECONDS)).isLessThan(last);
    }

    assertThat(rows(database)).singleElement().asString().startsWith("conn_1 chats/1 6 6 ");
  }

  private static long writeUntilReplaced(JdbcSink sink) {
    long fence = sink.takeOver("conn_1").fence();
    while (true) {
      try {
        sink.merge("conn_1", "chats/1", fence, "" + fence, "{}");
      } catch (StaleFenceException e) {
        return fence;
      }
    }
  }

  private static long newestVersion(DataSource database) throws SQLException {
    return rows(database).stream()
        .mapToLong(row -> Long.parseLong(row.split(" ", -1)[3]))
        .max()
        .orElse(0);
  }

  private static JdbcSink sink(DataSource database) throws SQLException {
    try (Connection sql = database.getConnection()) {
      sql.createStatement().execute("DROP TABLE IF EXISTS items");
      sql.createStatement().execute("DROP TABLE IF EXISTS owners");
      sql.createStatement().execute("DROP TABLE IF EXISTS checkpoints");
    }
    JdbcSink sink = new JdbcSink(database);
    sink.createTables();
    sink.createTables();
    return sink;
  }

  private static List<String> rows(DataSource database) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection sql = database.getConnection();
        ResultSet row =
            sql.createStatement().executeQuery("SELECT * FROM items ORDER BY connection, item")) {
      while (row.next()) {
        rows.add(
            row.getString(1)
                + " "
                + row.getString(2)
                + " "
                + row.getLong(3)
                + " "
                + row.getString(4)
                + " "
                + row.getString(5)
                + " "
                + row.getInt(6));
      }
    }
    return rows;
  }
}
