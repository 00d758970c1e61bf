package com.ofauth.access.benchmarks;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.stock.api.ChatsApi;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Asks a server on this machine for one page, over a connection that is kept alive. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class CallBenchmark {
  private final Models models = new Models();
  private final Decoders decoders = new Decoders();
  private final PageServer server = PageServer.start(1, Urls.SHORT, 0);
  private final OfAuthClient sdk = Clients.sdk(server.url());
  private final OfAuthConnection connection = sdk.connection();
  private final OkHttpClient okHttp = new OkHttpClient();
  private final ChatsApi stock = Clients.stock(server.url());
  private final HttpClient jdk = HttpClient.newHttpClient();

  /** Opens the connections. */
  @Setup
  public void connect() throws IOException, InterruptedException {
    sdk();
    okHttpAndSdkModels();
    stockClient();
    jdkAndJackson();
  }

  /** The SDK. */
  @Benchmark
  public Object sdk() {
    return connection.chats().list().firstPage();
  }

  /** OkHttp alone, and the SDK's models. */
  @Benchmark
  public Object okHttpAndSdkModels() throws IOException {
    return Clients.okHttp(okHttp, models, server.url(), 0);
  }

  /** The stock generator's client. */
  @Benchmark
  public Object stockClient() throws IOException {
    return Objects.requireNonNull(
        stock.listChats(Pages.PAGE_SIZE, 0L, null, null, null, null).execute().body());
  }

  /** The JDK's client, and Jackson. */
  @Benchmark
  public Object jdkAndJackson() throws IOException, InterruptedException {
    return Clients.jdk(jdk, decoders, server.url());
  }

  /** Ends all clients, and the server. */
  @TearDown
  public void close() throws IOException {
    sdk.close();
    okHttp.dispatcher().executorService().shutdown();
    okHttp.connectionPool().evictAll();
    server.close();
  }
}
