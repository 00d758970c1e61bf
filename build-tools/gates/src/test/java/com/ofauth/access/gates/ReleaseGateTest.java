package com.ofauth.access.gates;

import static org.assertj.core.api.Assertions.fail;

import com.ofauth.access.build.report.ApiChange;
import com.ofauth.access.build.report.Repository;
import com.ofauth.access.build.report.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The gate itself: what changed since the baseline has the version and the changelog that it needs.
 */
@Tag("drift")
final class ReleaseGateTest {
  private static final String WAY_OUT =
      "%s%n%nAs long as nothing is released, the present state can become the baseline instead:%n"
          + "  mvn -Pbaseline -DskipTests -DskipITs verify";

  private final Repository repository =
      new Repository(Path.of("../..").toAbsolutePath().normalize());

  @Test
  void versionAndChangelogCoverWhatChanged() throws IOException {
    List<ApiChange> changes = new ArrayList<>(repository.specChanges());
    changes.addAll(repository.javaChanges());
    Version now = Version.of(Objects.requireNonNull(System.getProperty("project.version")));

    List<String> findings = repository.gate(changes, now);

    if (!findings.isEmpty()) {
      String told = String.join("\n", findings);
      boolean released = repository.baselineVersion().compareTo(new Version(0, 0, 0)) > 0;
      fail(released ? told : WAY_OUT.formatted(told));
    }
  }
}
