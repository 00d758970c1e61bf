package com.ofauth.access.benchmarks;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.Page;
import com.ofauth.access.model.Chat;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

/** Reads a whole list from a server that takes its time for each page. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class WalkBenchmark {
  /** Pages of the list. */
  @Param("100")
  public int pages = 1;

  /** What the server waits before it answers, in milliseconds. */
  @Param("50")
  public long latency;

  /** What the reader does with each page before it asks for the next, in milliseconds. */
  @Param("0")
  public long work;

  private final Models models = new Models();
  private final OkHttpClient okHttp = new OkHttpClient();
  private PageServer server = PageServer.start(1, Urls.SHORT, 0);
  private OfAuthClient sdk = Clients.sdk(server.url());

  /** Starts a server of the list. */
  @Setup
  public void start() throws IOException {
    close();
    server = PageServer.start(pages, Urls.SHORT, latency);
    sdk = Clients.sdk(server.url());
  }

  /** The SDK, page after page. */
  @Benchmark
  public long sdkSequential() {
    return walk(0);
  }

  /** The SDK, with one page ahead. */
  @Benchmark
  public long sdkOneAhead() {
    return walk(1);
  }

  /** The SDK, with eight pages ahead. */
  @Benchmark
  public long sdkEightAhead() {
    return walk(8);
  }

  /** OkHttp alone, page after page. */
  @Benchmark
  public long okHttpAndSdkModels() throws IOException {
    long read = 0;
    for (int page = 0; page < pages; page++) {
      read += Clients.okHttp(okHttp, models, server.url(), page * Pages.PAGE_SIZE).list().size();
    }
    return read;
  }

  private long walk(int ahead) {
    ChatListQuery query = ChatListQuery.builder().lookAhead(ahead).build();
    long read = 0;
    for (Page<Chat> page : sdk.connection().chats().list(query).pages()) {
      LockSupport.parkNanos(work * 1_000_000);
      read += page.items().size();
    }
    if (read != (long) pages * Pages.PAGE_SIZE) {
      throw new IllegalStateException("read " + read + " of " + pages * Pages.PAGE_SIZE);
    }
    return read;
  }

  /** Ends the client and the server, and tells how many connections were opened. */
  @TearDown
  public void close() throws IOException {
    if (server.connections() > 0) {
      System.out.println("connections opened: " + server.connections());
    }
    sdk.close();
    server.close();
    okHttp.connectionPool().evictAll();
  }
}
