package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds what the tests say against what was accepted. */
@Tag("drift")
class PactFilesTest {
  /** Accepts what has changed: {@code -Dpacts.accept}. */
  private static final boolean ACCEPT = System.getProperty("pacts.accept") != null;

  private static final Path FRESH = Path.of("target", "pacts");
  private static final String ACCEPTING_COMMAND =
      "mvn -pl contract-tests -am test -Dtest=PactFilesTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dpacts.accept";

  @ParameterizedTest
  @EnumSource
  void isWhatWasAccepted(Pacts pact) throws IOException {
    Path fresh = FRESH.resolve(pact.file().getFileName());
    Files.createDirectories(FRESH);
    Files.writeString(fresh, pact.text());
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

  @ParameterizedTest
  @EnumSource
  void isWrittenAlikeEachTime(Pacts pact) {
    assertThat(pact.text()).isEqualTo(pact.text()).doesNotContain("\r", "pact-jvm");
  }

  @ParameterizedTest
  @EnumSource
  void holdsNoKeyButPlaceholders(Pacts pact) {
    assertThat(pact.text().replaceAll("sk_sandbox_(pact|wrong)", "")).doesNotContain("sk_");
  }

  private static List<String> diff(Pacts pact, List<String> accepted, List<String> fresh) {
    String name = pact.file().getFileName().toString();
    return UnifiedDiffUtils.generateUnifiedDiff(
        "accepted/" + name, "fresh/" + name, accepted, DiffUtils.diff(accepted, fresh), 3);
  }
}
