package com.ofauth.access.examples.accounts;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Copies the chats and mass messages of many connections into a database, and follows them, on as
 * many machines as run this program. The argument is a file of properties: see {@link Settings}.
 */
public final class ManyAccounts {
  private ManyAccounts() {}

  /**
   * Starts a member.
   *
   * @param args the file of properties
   * @throws IOException when a file can't be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("Name the file of properties");
      System.exit(1);
    }
    Settings settings = Settings.read(Path.of(args[0]));
    HikariDataSource database = new HikariDataSource();
    database.setJdbcUrl(settings.sink());
    JdbcSink sink = new JdbcSink(database);
    sink.createTables();
    Cluster cluster = Cluster.join(settings.port(), settings.members(), sink);
    Member member = new Member(settings, cluster, sink);
    member.start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  member.close();
                  cluster.close();
                  database.close();
                }));
  }
}
