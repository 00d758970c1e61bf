package com.ofauth.access.examples.accounts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * A sink in a database: one row for each item, one for each list, with its checkpoint, and one for
 * each connection, with its fence. That row is locked while something is written, so that nobody
 * takes over in between. Tried with H2 and PostgreSQL.
 */
final class JdbcSink implements Sink {
  private final DataSource database;

  JdbcSink(DataSource database) {
    this.database = database;
  }

  /** Creates the tables, if they are missing. */
  void createTables() {
    transaction(
        sql -> {
          update(
              sql,
              "CREATE TABLE IF NOT EXISTS owners (connection VARCHAR(100) PRIMARY KEY, fence BIGINT NOT NULL)");
          update(
              sql,
              "CREATE TABLE IF NOT EXISTS items (connection VARCHAR(100), item VARCHAR(100), fence BIGINT NOT NULL,"
                  + " version VARCHAR(100) NOT NULL, json TEXT NOT NULL, repeats INT NOT NULL,"
                  + " PRIMARY KEY (connection, item))");
          update(
              sql,
              "CREATE TABLE IF NOT EXISTS checkpoints (connection VARCHAR(100), list VARCHAR(100),"
                  + " checkpoint TEXT NOT NULL, PRIMARY KEY (connection, list))");
          return 0;
        });
  }

  @Override
  public Account takeOver(String connection) {
    return transaction(
        sql -> {
          if (update(sql, "UPDATE owners SET fence = fence + 1 WHERE connection = ?", connection)
              == 0) {
            update(sql, "INSERT INTO owners VALUES (?, 1)", connection);
          }
          return account(sql, connection);
        });
  }

  @Override
  public void merge(String connection, String key, long fence, String version, String json) {
    transaction(
        sql -> {
          requireOwner(sql, connection, fence);
          int updated =
              update(
                  sql,
                  "UPDATE items SET repeats = repeats + CASE WHEN version = ? THEN 1 ELSE 0 END,"
                      + " fence = ?, version = ?, json = ? WHERE connection = ? AND item = ?",
                  version,
                  fence,
                  version,
                  json,
                  connection,
                  key);
          return updated > 0
              ? updated
              : update(
                  sql,
                  "INSERT INTO items VALUES (?, ?, ?, ?, ?, 0)",
                  connection,
                  key,
                  fence,
                  version,
                  json);
        });
  }

  @Override
  public void save(String connection, String list, long fence, String checkpoint) {
    transaction(
        sql -> {
          requireOwner(sql, connection, fence);
          int updated =
              update(
                  sql,
                  "UPDATE checkpoints SET checkpoint = ? WHERE connection = ? AND list = ?",
                  checkpoint,
                  connection,
                  list);
          return updated > 0
              ? updated
              : update(
                  sql, "INSERT INTO checkpoints VALUES (?, ?, ?)", connection, list, checkpoint);
        });
  }

  private static void requireOwner(Connection sql, String connection, long fence)
      throws SQLException {
    long newest = fence(sql, connection);
    if (newest != fence) {
      StaleFenceException stale = new StaleFenceException(connection, fence, newest);
      System.err.println("Refused: " + stale.getMessage());
      throw stale;
    }
  }

  private static long fence(Connection sql, String connection) throws SQLException {
    try (PreparedStatement select =
        sql.prepareStatement("SELECT fence FROM owners WHERE connection = ? FOR UPDATE")) {
      select.setString(1, connection);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private static Account account(Connection sql, String connection) throws SQLException {
    TreeMap<String, String> checkpoints = new TreeMap<>();
    try (PreparedStatement select =
        sql.prepareStatement("SELECT list, checkpoint FROM checkpoints WHERE connection = ?")) {
      select.setString(1, connection);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          checkpoints.put(row.getString(1), row.getString(2));
        }
      }
    }
    return new Account(fence(sql, connection), checkpoints);
  }

  private static int update(Connection sql, String statement, Object... values)
      throws SQLException {
    try (PreparedStatement update = sql.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate();
    }
  }

  private interface Work<T> {
    T in(Connection sql) throws SQLException;
  }

  private <T> T transaction(Work<T> work) {
    try (Connection sql = database.getConnection()) {
      sql.setAutoCommit(false);
      try {
        T result = work.in(sql);
        sql.commit();
        return result;
      } finally {
        sql.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The sink failed: " + e.getMessage(), e);
    }
  }
}
