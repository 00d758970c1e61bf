package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds what the tests say against what was accepted. */
@Tag("drift")
class PactFilesTest {
  /** Accepts what has changed: {@code -Dpacts.accept}. */
  private static final boolean ACCEPT = System.getProperty("pacts.accept") != null;

  private static final Path FRESH = Path.of("target", "pacts");

  @BeforeAll
  static void clean() throws IOException {
    Files.createDirectories(FRESH);
    for (Path old : files(FRESH)) {
      Files.delete(old);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isWhatWasAccepted(Pacts pact) throws IOException {
    Files.writeString(FRESH.resolve(pact.file().getFileName()), pact.text());
    if (ACCEPT) {
      Files.createDirectories(Pacts.FOLDER);
      Files.writeString(pact.file(), pact.text());
    }

    String accepted = Files.exists(pact.file()) ? Files.readString(pact.file()) : "";
    String drift = PactDrift.of("contract-tests/" + pact.file(), accepted, pact.text());
    assertThat(drift).withFailMessage(() -> drift).isEmpty();
  }

  @Test
  void noFileOfAnOtherPactIsLeft() throws IOException {
    assertThat(files(Pacts.FOLDER))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Pacts.values()).map(Pacts::file).toList());
  }

  @ParameterizedTest
  @EnumSource
  void holdsNothingOfMachineOrTool(Pacts pact) {
    assertThat(pact.text()).doesNotContain("\r", "pact-jvm", System.getProperty("java.version"));
  }

  @ParameterizedTest
  @EnumSource
  void holdsNoKeyButPlaceholders(Pacts pact) {
    assertThat(pact.text().replaceAll("sk_sandbox_(pact|wrong)", "")).doesNotContain("sk_");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
