package com.ofauth.access.examples.accounts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A sink in a database: one row for each item, and one for each connection, with its fence. That
 * row is locked while an item is written, so that nobody takes over in between. Tried with H2 and
 * PostgreSQL.
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
          return 0;
        });
  }

  @Override
  public long takeOver(String connection) {
    return transaction(
        sql -> {
          if (update(sql, "UPDATE owners SET fence = fence + 1 WHERE connection = ?", connection)
              == 0) {
            update(sql, "INSERT INTO owners VALUES (?, 1)", connection);
          }
          return fence(sql, connection);
        });
  }

  @Override
  public void merge(String connection, String key, long fence, String version, String json) {
    transaction(
        sql -> {
          long newest = fence(sql, connection);
          if (newest != fence) {
            throw new StaleFenceException(connection, fence, newest);
          }
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
          if (updated == 0) {
            update(
                sql,
                "INSERT INTO items VALUES (?, ?, ?, ?, ?, 0)",
                connection,
                key,
                fence,
                version,
                json);
          }
          return 0;
        });
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

  private static int update(Connection sql, String statement, Object... values)
      throws SQLException {
    try (PreparedStatement update = sql.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate();
    }
  }

  private interface Work {
    long in(Connection sql) throws SQLException;
  }

  private long transaction(Work work) {
    try (Connection sql = database.getConnection()) {
      sql.setAutoCommit(false);
      try {
        long result = work.in(sql);
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
