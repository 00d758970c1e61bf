package com.ofauth.access.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of Markdown have at most 120 characters, and links within the repository work. */
final class MarkdownTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules");
  private static final int MAX_LINE = 120;

  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");
  private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
  private static final Pattern ABSOLUTE = Pattern.compile("[a-z]+:.*");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void linesAreShortAndLinksWork() throws IOException {
    List<Path> files = markdown();

    assertThat(files)
        .extracting(file -> REPOSITORY.relativize(file).toString())
        .contains("README.md", "docs/paging.md", "openapi/README.md");
    assertThat(findings(files)).isEmpty();
  }

  @Test
  void namesFileAndLineOfEachFinding(@TempDir Path folder) throws IOException {
    Path other = folder.resolve("other.md");
    Files.writeString(other, "# A heading, with `code`\n```\n# no heading\n```\n");
    Path file = folder.resolve("some.md");
    Files.writeString(
        file,
        """
        # Title
        [good](other.md#a-heading-with-code), [good](#title), [good](https://example.com/none)
        [bad](none.md)
        ```
        [no link](none.md)
        ```
        [bad](other.md#no-heading) `[no link](none.md)`
        """
            + "ä".repeat(120)
            + "\n"
            + "ä".repeat(121)
            + "\n");

    assertThat(findings(List.of(file, other)))
        .containsExactly(
            file + ":9: 121 characters, at most 120",
            file + ":3: none.md does not exist",
            file + ":7: other.md has no heading #no-heading");
  }

  private static List<Path> markdown() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        REPOSITORY,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static List<String> findings(List<Path> files) throws IOException {
    List<String> findings = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file);
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        int length = lines.get(i).codePointCount(0, lines.get(i).length());
        if (length > MAX_LINE) {
          findings.add(file + ":" + (i + 1) + ": " + length + " characters, at most " + MAX_LINE);
        }
      }
      String prose = blank(CODE, blank(FENCED, text));
      for (MatchResult link : LINK.matcher(prose).results().toList()) {
        String broken = broken(file, link.group(1));
        if (!broken.isEmpty()) {
          long line = prose.substring(0, link.start()).lines().count();
          boolean startsLine = link.start() == 0 || prose.charAt(link.start() - 1) == '\n';
          findings.add(file + ":" + (startsLine ? line + 1 : line) + ": " + broken);
        }
      }
    }
    return findings;
  }

  /** Replaces what matches by blanks, so that positions and lines stay. */
  private static String blank(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
  }

  /** What is wrong with a link, or nothing. */
  private static String broken(Path file, String link) throws IOException {
    if (ABSOLUTE.matcher(link).matches()) {
      return "";
    }
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return parts[0] + " does not exist";
    }
    if (parts.length == 2 && !anchors(target).contains(parts[1])) {
      return parts[0] + " has no heading #" + parts[1];
    }
    return "";
  }

  /** The anchors that GitHub gives the headings of a file. */
  private static List<String> anchors(Path file) throws IOException {
    return HEADING
        .matcher(blank(FENCED, Files.readString(file)))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
