package com.ofauth.access.build.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first step of a release, on copies of the files that it edits. */
final class SetVersionTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final Path root;

  SetVersionTest(@TempDir Path root) throws IOException {
    this.root = root;
    try (Stream<Path> folders = Files.walk(REPOSITORY, 2)) {
      for (Path pom :
          folders.map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList()) {
        copy(REPOSITORY.relativize(pom));
      }
    }
    for (String file :
        List.of(
            "pom.xml",
            "README.md",
            "CHANGELOG.md",
            "docs/getting-started.md",
            "docs/network-and-build.md",
            "docs/testing.md")) {
      copy(Path.of(file));
    }
  }

  @Test
  void setsTheVersionWhereverItStands() throws IOException {
    SetVersion.set(root, "3.2.1", TODAY);

    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(8)
          .allSatisfy(
              file ->
                  assertThat(file)
                      .content()
                      .contains("3.2.1")
                      .doesNotContain("-SNAPSHOT<", "-SNAPSHOT\""));
    }
    assertThat(root.resolve("pom.xml")).content().contains(">2026-12-01T00:00:00Z<");
  }

  @Test
  void closesTheSectionOfTheChangelog() throws IOException {
    Files.writeString(
        root.resolve("CHANGELOG.md"), "# Changelog\n\n## Unreleased\n\n### New\n- One.\n");

    SetVersion.set(root, "3.2.1", TODAY);

    assertThat(root.resolve("CHANGELOG.md"))
        .hasContent("# Changelog\n\n## Unreleased\n\n## 3.2.1 (2026-12-01)\n\n### New\n- One.\n");
  }

  @Test
  void leavesTheChangelogAloneBetweenReleases() throws IOException {
    String before = Files.readString(root.resolve("CHANGELOG.md"));

    SetVersion.set(root, "3.3.0-SNAPSHOT", TODAY);

    assertThat(root.resolve("CHANGELOG.md")).hasContent(before);
    assertThat(root.resolve("bom/pom.xml")).content().contains("<version>3.3.0-SNAPSHOT</version>");
  }

  @Test
  void refusesAReleaseWithoutAnyEntry() throws IOException {
    Files.writeString(root.resolve("CHANGELOG.md"), "# Changelog\n\n## Unreleased\n\n## 3.2.0\n");

    assertThatThrownBy(() -> SetVersion.set(root, "3.2.1", TODAY))
        .hasMessageContaining("nothing under \"## Unreleased\"");
  }

  private void copy(Path file) throws IOException {
    Path to = root.resolve(file);
    Files.createDirectories(to.getParent());
    Files.writeString(to, Files.readString(REPOSITORY.resolve(file)));
  }
}
