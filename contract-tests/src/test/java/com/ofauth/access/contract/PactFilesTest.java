package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final int SHOWN_LINES = 200;

  private static final Path FRESH = Path.of("target", "pacts");
  private static final String ACCEPTING_COMMAND =
      "mvn -pl contract-tests -am test -Dtest=PactFilesTest -Dpacts.accept";

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
    if (!accepted.equals(pact.text())) {
      fail(
          "%s has changed:%n%s%nTo accept it, run%n  %s",
          pact.file().getFileName(),
          String.join("\n", diff(pact, accepted.lines().toList(), pact.text().lines().toList())),
          ACCEPTING_COMMAND);
    }
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

  private static List<String> diff(Pacts pact, List<String> accepted, List<String> fresh) {
    String name = pact.file().getFileName().toString();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "accepted/" + name, "fresh/" + name, accepted, DiffUtils.diff(accepted, fresh), 3);
    if (lines.size() <= SHOWN_LINES) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, SHOWN_LINES));
    shown.add(
        "… and %d lines more; all of it: diff -u contract-tests/%s contract-tests/%s"
            .formatted(
                lines.size() - SHOWN_LINES, pact.file(), FRESH.resolve(pact.file().getFileName())));
    return shown;
  }
}
