package com.ofauth.access.benchmarks;

import com.ofauth.access.OfAuthClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reads many lists at once, each of one connection. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8)
@Measurement(iterations = 5)
public class ManyWalksBenchmark {
  private static final int PAGES = 5;

  /** How many lists. */
  @Param("1000")
  public int walks = 1;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Models models = new Models();
  private final PageServer server = PageServer.start(PAGES, Urls.SHORT, 0);
  private final OfAuthClient sdk = Clients.sdk(server.url());
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private OkHttpClient okHttp = new OkHttpClient();

  /** A pool for as many connections as there are walks. */
  @Setup
  public void size() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(walks);
    dispatcher.setMaxRequestsPerHost(walks);
    okHttp =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(walks, 1, TimeUnit.MINUTES))
            .build();
    threads.resetPeakThreadCount();
  }

  /** The SDK's asynchronous lists. */
  @Benchmark
  public long sdk() {
    LongAdder read = new LongAdder();
    List<? extends CompletableFuture<?>> lists =
        IntStream.range(0, walks)
            .mapToObj(
                i ->
                    sdk.connection("conn_" + i)
                        .chats()
                        .list()
                        .async()
                        .forEach(chat -> read.increment()))
            .toList();
    lists.forEach(CompletableFuture::join);
    return checked(read.sum());
  }

  /** OkHttp alone, one thread a list, and the SDK's models. */
  @Benchmark
  public long okHttpAndSdkModels() {
    List<CompletableFuture<Integer>> lists =
        IntStream.range(0, walks)
            .mapToObj(i -> CompletableFuture.supplyAsync(this::readByHand, workers))
            .toList();
    return checked(lists.stream().mapToLong(CompletableFuture::join).sum());
  }

  private int readByHand() {
    try {
      int read = 0;
      for (int page = 0; page < PAGES; page++) {
        read += Clients.okHttp(okHttp, models, server.url(), page * Pages.PAGE_SIZE).list().size();
      }
      return read;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private long checked(long read) {
    if (read != (long) walks * PAGES * Pages.PAGE_SIZE) {
      throw new IllegalStateException("read " + read);
    }
    return read;
  }

  /** Tells how many threads and connections there were. The server has one thread a connection. */
  @TearDown
  public void close() throws IOException {
    System.out.println(
        "peak of threads, the server's not counted: "
            + (threads.getPeakThreadCount() - server.connections())
            + ", connections opened: "
            + server.connections());
    sdk.close();
    workers.shutdown();
    okHttp.connectionPool().evictAll();
    server.close();
  }
}
