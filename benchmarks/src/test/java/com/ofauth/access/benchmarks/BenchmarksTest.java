package com.ofauth.access.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark once. What it takes is not looked at. */
final class BenchmarksTest {
  @Test
  void everyBenchmarkRuns() throws RunnerException {
    Options once =
        new OptionsBuilder()
            .forks(0)
            .mode(Mode.SingleShotTime)
            .warmupIterations(0)
            .measurementIterations(1)
            .param("pages", "3")
            .param("latency", "0")
            .param("walks", "10")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();

    Collection<RunResult> results = new Runner(once).run();

    assertThat(results)
        .extracting(
            result -> result.getParams().getBenchmark().replaceAll(".*\\.(\\w+)\\.\\w+", "$1"))
        .contains(
            "DecodeBenchmark",
            "CallBenchmark",
            "WalkBenchmark",
            "StartUpBenchmark",
            "ManyWalksBenchmark");
  }

  @Test
  void theProgramOfTheHeapRuns() {
    assertThatNoException().isThrownBy(() -> HeldMemory.main(new String[] {"3"}));
  }

  @Test
  void theProgramOfTheRatiosRuns() {
    assertThatNoException().isThrownBy(() -> ByTurns.main(new String[] {"1", "10"}));
  }

  @Test
  void everyDecoderReadsTheSamePage() throws Exception {
    Decoders decoders = new Decoders();
    byte[] page = Pages.page(Urls.SIGNED);

    assertThat(Pages.page(Urls.SHORT)).hasSizeBetween(60_000, 75_000);
    assertThat(page).hasSizeBetween(230_000, 270_000);
    assertThat(decoders.moshi(new okio.Buffer().write(page)))
        .isEqualTo(decoders.jackson(page))
        .isEqualTo(Decoders.fastjson(page));
    assertThat(decoders.sdk(new okio.Buffer().write(page)))
        .extracting("list")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(Pages.PAGE_SIZE);
    assertThat(decoders.stock(page)).hasNoNullFieldsOrPropertiesExcept("nextOffset");
  }
}
