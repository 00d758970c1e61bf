package com.ofauth.access.examples.accounts;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Copies the chats and mass messages of many connections into a database, and follows them, on as
 * many machines as run this program. The argument is a file of properties: see {@link Settings}.
 *
 * <p>Ends by a signal, and with status 1 if it could not start, or if Hazelcast ends by itself.
 * Whatever watches over processes then starts it again.
 */
public final class ManyAccounts {
  private static final int STARTS = 3;

  // In seconds.
  private static final int PAUSE = 2;
  private static final int TO_CLOSE = 60;

  private ManyAccounts() {}

  /**
   * Runs a member.
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
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  end.countDown();
                  await(closed, TO_CLOSE);
                }));
    try {
      run(settings, end);
    } finally {
      closed.countDown();
      // Threads that are left must not keep a process that is no member.
      System.exit(1);
    }
  }

  /** Runs a member until the end; gives up after a few starts that failed. */
  private static void run(Settings settings, CountDownLatch end) {
    for (int start = 1; start <= STARTS && !await(end, start == 1 ? 0 : PAUSE); start++) {
      try (HikariDataSource database = new HikariDataSource()) {
        database.setJdbcUrl(settings.sink());
        JdbcSink sink = new JdbcSink(database);
        sink.createTables();
        try (Cluster cluster = Cluster.join(settings.port(), settings.members());
            Member member = new Member(settings, cluster, sink)) {
          cluster.onEnd(end::countDown);
          member.start();
          end.await();
        }
      } catch (Throwable e) {
        System.err.println("Start " + start + " of " + STARTS + " failed: " + e);
      }
    }
  }

  private static boolean await(CountDownLatch latch, int seconds) {
    try {
      return latch.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
