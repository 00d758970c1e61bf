package com.ofauth.access.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okio.BufferedSource;
import okio.Okio;
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
import org.openjdk.jmh.annotations.Warmup;

/** Decodes one page of 20 chats. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class DecodeBenchmark {
  /** How long the URLs of the media are. */
  @Param public Urls urls = Urls.SHORT;

  private final Decoders decoders = new Decoders();
  private byte[] page = new byte[0];

  /** Makes the page. */
  @Setup
  public void makePage() {
    page = Pages.page(urls);
  }

  /** Streams the page, as a connection does: a buffer that holds it whole would be measured too. */
  private BufferedSource body() {
    return Okio.buffer(Okio.source(new ByteArrayInputStream(page)));
  }

  /** The SDK. */
  @Benchmark
  public Object sdk() throws IOException {
    return decoders.sdk(body());
  }

  /** All tokens, and nothing made of them. */
  @Benchmark
  public long moshiTokens() throws IOException {
    return Decoders.tokens(body());
  }

  /** Moshi's own adapters of records. */
  @Benchmark
  public Object moshiReflective() throws IOException {
    return decoders.moshi(body());
  }

  /** Jackson and records. */
  @Benchmark
  public Object jacksonRecords() throws IOException {
    return decoders.jackson(page);
  }

  /** The stock generator's models. */
  @Benchmark
  public Object stockGson() throws IOException {
    return decoders.stock(page);
  }

  /** fastjson2 and records: the fastest decoder there is, as a ceiling. */
  @Benchmark
  public Object fastjson2Records() {
    return Decoders.fastjson(page);
  }
}
