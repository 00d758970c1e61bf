package com.ofauth.access.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of the build tools use each other in one direction only. */
final class RoomsTest {
  /** Lowest first: a package may use those before it. */
  private static final List<String> ORDER =
      List.of("mutation", "spec", "lint", "diff", "report", "release");

  private static final int MOST_FILES = 40;
  private static final Pattern EDGE =
      Pattern.compile(
          "\\s+com\\.ofauth\\.access\\.build\\.(\\w+)\\.(\\S+)\\s+->"
              + " com\\.ofauth\\.access\\.build\\.(\\w+)\\.(\\S+).*");

  @Test
  void usesLowerPackagesOnly() {
    List<String> lines = dependencies(Path.of("target/classes"));

    assertThat(lines).anySatisfy(line -> assertThat(line).matches(EDGE));
    assertThat(wrong(lines)).isEmpty();
  }

  @Test
  void namesClassAndEdgeThatBreakTheOrder() {
    String base = "com.ofauth.access.build.";

    assertThat(
            wrong(
                List.of(
                    "   " + base + "spec.Reach        -> " + base + "diff.SpecDiff    classes",
                    "   " + base + "diff.SpecDiff     -> " + base + "spec.Reach       classes",
                    "   " + base + "news.Letter       -> " + base + "spec.Reach       classes")))
        .containsExactly(
            "spec.Reach uses diff.SpecDiff: spec stands below diff",
            "news.Letter: the package news has no place in the order of RoomsTest");
  }

  @Test
  void keepsFoldersSmall() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src"))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.list(folder)) {
          assertThat(files.filter(Files::isRegularFile).count())
              .as("files in %s", folder)
              .isLessThanOrEqualTo(MOST_FILES);
        }
      }
    }
  }

  private static List<String> dependencies(Path classes) {
    StringWriter out = new StringWriter();
    int result =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(out),
                new PrintWriter(out),
                "-v",
                "--ignore-missing-deps",
                "--multi-release",
                "17",
                "-cp",
                System.getProperty("java.class.path").replace(";", File.pathSeparator),
                classes.toString());
    assertThat(result).as(out.toString()).isZero();
    return out.toString().lines().toList();
  }

  private static List<String> wrong(List<String> lines) {
    return lines.stream()
        .map(EDGE::matcher)
        .filter(Matcher::matches)
        .filter(edge -> !edge.group(1).equals(edge.group(3)))
        .map(RoomsTest::wrong)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private static String wrong(Matcher edge) {
    String from = edge.group(1) + "." + edge.group(2);
    int user = ORDER.indexOf(edge.group(1));
    int used = ORDER.indexOf(edge.group(3));
    if (user < 0) {
      return from + ": the package " + edge.group(1) + " has no place in the order of RoomsTest";
    }
    return used >= 0 && used < user
        ? ""
        : from
            + " uses "
            + edge.group(3)
            + "."
            + edge.group(4)
            + ": "
            + edge.group(1)
            + " stands below "
            + edge.group(3);
  }
}
