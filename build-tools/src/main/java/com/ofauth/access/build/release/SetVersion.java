package com.ofauth.access.build.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sets the version of the project, in all its POMs, in the README and, for a release, in the
 * changelog. Run from the repository's root, without a build: {@code java
 * build-tools/src/main/java/com/ofauth/access/build/release/SetVersion.java 1.2.3}.
 */
public final class SetVersion {
  private static final Pattern FORM = Pattern.compile("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  private static final Pattern OWN_VERSION =
      Pattern.compile(
          "<artifactId>ofauth-access[a-z0-9-]*</artifactId>\\s*<version>([^<$]+)</version>"
              + "|com\\.ofauth:ofauth-access[a-z0-9-]*:([0-9][\\w.-]*)");
  private static final Pattern TIMESTAMP =
      Pattern.compile("(<project.build.outputTimestamp>)[^<]*(</project.build.outputTimestamp>)");
  private static final String UNRELEASED = "## Unreleased";

  private SetVersion() {}

  /**
   * Edits the files.
   *
   * @param args the new version
   * @throws IOException when a file can not be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1 || !FORM.matcher(args[0]).matches()) {
      throw new IllegalArgumentException(
          "Give one argument, a version such as 1.2.3 or 1.2.3-SNAPSHOT: " + List.of(args));
    }
    set(Path.of("").toAbsolutePath(), args[0], LocalDate.now(ZoneOffset.UTC))
        .forEach(file -> System.out.println("edited " + file));
  }

  /** Edits the files below a root, and gives those that changed. */
  public static List<String> set(Path root, String version, LocalDate today) throws IOException {
    boolean release = !version.endsWith("-SNAPSHOT");
    List<String> edited = new ArrayList<>();
    List<String> files = new ArrayList<>(List.of("pom.xml", "README.md"));
    files.addAll(documents(root));
    for (String module : modules(root)) {
      files.add(module + "/pom.xml");
    }
    for (String file : files) {
      String text = Files.readString(root.resolve(file));
      String with = withVersion(text, version);
      if (release && file.equals("pom.xml")) {
        // Archives carry this time, so that a release can be built again byte for byte.
        with = TIMESTAMP.matcher(with).replaceFirst("$1" + today + "T00:00:00Z$2");
      }
      write(root, file, text, with, edited);
    }
    if (release) {
      String text = Files.readString(root.resolve("CHANGELOG.md"));
      write(root, "CHANGELOG.md", text, closed(text, version, today), edited);
    }
    return edited;
  }

  private static List<String> documents(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("docs"))) {
      return files
          .map(file -> "docs/" + file.getFileName())
          .filter(file -> file.endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static List<String> modules(Path root) throws IOException {
    Matcher module =
        Pattern.compile("<module>([^<]+)</module>")
            .matcher(Files.readString(root.resolve("pom.xml")));
    return module.results().map(match -> match.group(1)).distinct().toList();
  }

  private static String withVersion(String text, String version) {
    return OWN_VERSION
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1) != null
                        ? match.group().replace(">" + match.group(1) + "<", ">" + version + "<")
                        : match.group().replace(":" + match.group(2), ":" + version)));
  }

  /** What was unreleased becomes the section of the version, below an empty one. */
  private static String closed(String changelog, String version, LocalDate today) {
    if (!changelog.contains(UNRELEASED + "\n\n###")) {
      throw new IllegalStateException(
          "CHANGELOG.md has nothing under \"" + UNRELEASED + "\": write what the release brings");
    }
    return changelog.replaceFirst(
        UNRELEASED, UNRELEASED + "\n\n## " + version + " (" + today + ")");
  }

  private static void write(Path root, String file, String was, String is, List<String> edited)
      throws IOException {
    if (!was.equals(is)) {
      Files.writeString(root.resolve(file), is);
      edited.add(file);
    }
  }
}
