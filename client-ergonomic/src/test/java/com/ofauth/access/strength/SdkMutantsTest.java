package com.ofauth.access.strength;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts each fault of a kept list into the SDK, and runs the test that has to see it. */
final class SdkMutantsTest {
  private static final Path REPORT = Path.of("target/sdk-mutants.txt");

  static Stream<String> tests() {
    return SdkMutants.ALL.stream().map(SdkMutant::test).distinct();
  }

  static List<SdkMutant> mutants() throws IOException {
    Files.deleteIfExists(REPORT);
    return SdkMutants.ALL;
  }

  @Test
  void atLeastFortyAreKept() {
    assertThat(SdkMutants.ALL).hasSizeGreaterThanOrEqualTo(40);
    assertThat(SdkMutants.ALL).extracting(SdkMutant::what).doesNotHaveDuplicates();
  }

  /** Else a mutant could be killed by the way in which its test is run. */
  @ParameterizedTest
  @MethodSource("tests")
  void itsTestPassesWithoutAFault(String test) throws IOException {
    assertThat(MutatedSdk.firstFailure(test, null)).isNull();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void isKilled(SdkMutant mutant, @TempDir Path folder) throws IOException {
    MutatedSdk.compile(mutant, folder);

    String failure = MutatedSdk.firstFailure(mutant.test(), folder);

    assertThat(failure).as("%s has to see: %s", mutant.test(), mutant).isNotNull();
    String first =
        Objects.requireNonNull(failure)
            .strip()
            .lines()
            .limit(2)
            .reduce("", (a, b) -> a + " " + b.strip());
    Files.writeString(
        REPORT,
        "%-70s %s:%s%n".formatted(mutant, mutant.test(), first),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
