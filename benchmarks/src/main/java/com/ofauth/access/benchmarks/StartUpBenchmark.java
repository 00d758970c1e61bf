package com.ofauth.access.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Starts a JVM, reads one page, and ends. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
public class StartUpBenchmark {
  /** Who reads the page. */
  @Param({"sdk", "stock", "generated", "okHttp"})
  public String client = "sdk";

  private final PageServer server = PageServer.start(1, Urls.SHORT, 0);

  /** One process. */
  @Benchmark
  public int firstPage() throws IOException, InterruptedException {
    return run().length();
  }

  private String run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(FirstPage.class.getName(), client, server.url()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(client + " failed: " + text);
      }
      return text;
    }
  }

  /** Tells how many classes such a process loads. */
  @TearDown
  public void countClasses() throws IOException, InterruptedException {
    long loaded = run("-Xlog:class+load:stdout").lines().count();
    System.out.println(client + ": " + loaded + " classes loaded");
    server.close();
  }
}
