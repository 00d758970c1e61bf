package com.ofauth.access.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.build.diff.Impact;
import com.ofauth.access.build.release.MoveBaseline;
import com.ofauth.access.build.report.ApiChange;
import com.ofauth.access.build.report.ChangeReport;
import com.ofauth.access.build.report.DriftReport;
import com.ofauth.access.build.report.FailedChecks;
import com.ofauth.access.build.report.Repository;
import com.ofauth.access.build.report.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baseline, gate and report on a small copy of the repository. */
final class RepositoryTest {
  private final Path root;
  private final Repository repository;

  RepositoryTest(@TempDir Path folder) throws IOException {
    root = folder;
    repository = new Repository(root);
    Files.createDirectories(root.resolve("openapi/baseline"));
    for (String file : List.of("pom.xml", "openapi/ofauth-access.yaml")) {
      Files.copy(Path.of("../..").resolve(file), root.resolve(file));
    }
    Files.writeString(root.resolve("CHANGELOG.md"), "# Changelog\n\n## Unreleased\n");
    Files.writeString(root.resolve("openapi/baseline/version"), "0.0.0\n");
    repository.moveBaseline(Version.of("1.0.0"));
  }

  @Test
  void findsNothingJustBehindARelease() throws IOException {
    assertThat(repository.specChanges()).isEmpty();
    assertThat(repository.javaChanges()).isEmpty();
    assertThat(repository.baselineVersion()).isEqualTo(Version.of("1.0.0"));
  }

  @Test
  void refusesABreakingSpecUntilVersionAndChangelogTellOfIt() throws IOException {
    edit(
        "openapi/ofauth-access.yaml",
        "enum: [priority, who_tipped, unread]",
        "enum: [priority, unread]");
    List<ApiChange> changes = repository.specChanges();

    assertThat(changes).hasSize(1);
    assertThat(repository.gate(changes, Version.of("1.1.0")))
        .satisfiesExactly(
            version ->
                assertThat(version)
                    .matches(
                        "pom\\.xml:\\d+: version 1\\.1\\.0 follows 1\\.0\\.0 .* has to be 2\\.0\\.0 .*"),
            entry -> assertThat(entry).startsWith("CHANGELOG.md:3: ").contains("who_tipped"));

    Files.writeString(
        root.resolve("CHANGELOG.md"),
        "# Changelog\n\n## Unreleased\n### Breaking\n- The filter `who_tipped` is gone.\n");
    assertThat(repository.gate(changes, Version.of("2.0.0-SNAPSHOT"))).isEmpty();
  }

  @Test
  void refusesABreakingJavaApiUntilVersionAndChangelogTellOfIt() throws IOException {
    edit(
        "openapi/baseline/ofauth-access.api",
        "  id(): String\n",
        "  id(): String\n  number(): long\n");
    List<ApiChange> changes = repository.javaChanges();

    assertThat(changes)
        .singleElement()
        .hasToString(
            changes.get(0).place() + ": breaking: OfAuthConnection: number(): long is gone");
    assertThat(repository.gate(changes, Version.of("1.1.0"))).hasSize(2);

    Files.writeString(
        root.resolve("CHANGELOG.md"),
        "# Changelog\n\n## Unreleased\n### Breaking\n- `OfAuthConnection.number()` is gone.\n");
    assertThat(repository.gate(changes, Version.of("2.0.0-SNAPSHOT"))).isEmpty();
  }

  @Test
  void movesTheBaselineToAReleaseOnly() throws IOException {
    assertThatThrownBy(() -> MoveBaseline.move(repository, "1.1.0-SNAPSHOT"))
        .hasMessageContaining("1.1.0-SNAPSHOT is none");
    assertThatThrownBy(() -> MoveBaseline.move(repository, "1.0.0"))
        .hasMessageContaining("does not follow 1.0.0");

    assertThat(MoveBaseline.move(repository, "1.1.0")).isEqualTo(Version.of("1.1.0"));
    assertThat(repository.baselineVersion()).isEqualTo(Version.of("1.1.0"));
  }

  @Test
  void movesTheBaselineFreelyWhileNothingIsReleased() throws IOException {
    Files.writeString(root.resolve("openapi/baseline/version"), "0.0.0\n");
    edit(
        "openapi/ofauth-access.yaml",
        "enum: [priority, who_tipped, unread]",
        "enum: [priority, unread]");

    assertThat(MoveBaseline.move(repository, "0.1.0-SNAPSHOT")).isEqualTo(Version.of("0.0.0"));
    assertThat(repository.specChanges()).isEmpty();
  }

  @Test
  void reportsChangesAndWhatTheChecksOfAllModulesFound() throws IOException {
    edit(
        "openapi/ofauth-access.yaml",
        "enum: [priority, who_tipped, unread]",
        "enum: [priority, unread]");
    report(
        "client-ergonomic",
        "a.BTest",
        "openapi/ofauth-access.yaml:69: add the constant&#10;a/B.java:3: remove it",
        "at a.BTest.c(BTest.java:9)");
    report("contract-tests", "a.CTest", "expected: 1", "at a.CTest.d(CTest.java:12)");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    int left =
        DriftReport.print(
            repository, FailedChecks.in(root), new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(left).isEqualTo(3);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "Spec, since 1.0.0\n  BREAKING GET /v2/access/chats: the parameter \"filter\": the value who_tipped is gone",
            "Java API, since 1.0.0: no change",
            "  openapi/ofauth-access.yaml:69: add the constant\n  a/B.java:3: remove it\n",
            "  contract-tests/src/test/java/a/CTest.java:12: works: expected: 1\n");
  }

  @Test
  void tellsEachChangeInOneLineAndWhatUsersEdit() throws IOException {
    edit(
        "openapi/ofauth-access.yaml",
        "enum: [priority, who_tipped, unread]",
        "enum: [priority, unread]");
    edit(
        "openapi/baseline/ofauth-access.api",
        "  id(): String\n",
        "  id(): String\n  number(): long\n");
    Files.writeString(
        Files.createDirectories(root.resolve("openapi/baseline/examples")).resolve("Old.java"),
        """
        class Old {
          long number(com.ofauth.access.OfAuthConnection connection) {
            return connection.number();
          }
        }
        """);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    ChangeReport.print(repository, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("  BREAKING GET /v2/access/chats: the parameter \"filter\"")
                    .contains("the value who_tipped is gone  [", "wire: breaking; Java: "))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("  BREAKING OfAuthConnection: number(): long is gone  [")
                    .endsWith("wire: no change; users: remove uses of OfAuthConnection.number"))
        .contains("README and examples of the last release: 1 errors")
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("  openapi/baseline/examples/Old.java:3: cannot find symbol"))
        .contains(
            "  ### Breaking",
            "  - `number`: OfAuthConnection: number(): long is gone.",
            "Version, at least",
            "  java build-tools/src/main/java/com/ofauth/access/build/release/SetVersion.java 2.0.0-SNAPSHOT");
  }

  @Test
  void classifiesTheSpecOfTheRepositoryAsItIs() throws IOException {
    assertThat(Repository.any(repository.specChanges(), Impact.BREAKING)).isFalse();
  }

  private void report(String module, String test, String message, String stack) throws IOException {
    Path folder = Files.createDirectories(root.resolve(module).resolve("target/drift-reports"));
    Files.writeString(
        folder.resolve("TEST-" + test + ".xml"),
        "<testsuite><testcase name='works' classname='%s'><failure message='%s'>%s</failure></testcase></testsuite>"
            .formatted(test, message, stack));
  }

  private void edit(String file, String part, String to) throws IOException {
    String text = Files.readString(root.resolve(file));
    assertThat(text).contains(part);
    Files.writeString(
        root.resolve(file), text.replaceFirst(java.util.regex.Pattern.quote(part), to));
  }
}
