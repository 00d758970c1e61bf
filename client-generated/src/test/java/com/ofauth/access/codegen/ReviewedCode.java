package com.ofauth.access.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Generated code that a reviewer has seen, as files in a folder. */
final class ReviewedCode {
  private static final String HOW_TO_ACCEPT =
      "; to accept it, run \"mvn -pl client-generated -am test -Dtest=GoldenFileTest"
          + " -Dgolden.update\" and review the difference";

  private final Path folder;
  private final String shownAs;

  /** Code in a folder; findings name it by its place in the repository. */
  ReviewedCode(Path folder, String shownAs) {
    this.folder = folder;
    this.shownAs = shownAs;
  }

  /** Where newly generated code differs: {@code file:line: how}. */
  List<String> differencesTo(Path generated) throws IOException {
    SortedMap<String, Path> reviewed = filesIn(folder);
    SortedMap<String, Path> fresh = filesIn(generated);
    SortedSet<String> names = new TreeSet<>(reviewed.keySet());
    names.addAll(fresh.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      Path before = reviewed.get(name);
      Path now = fresh.get(name);
      if (before == null) {
        differences.add(finding(name, 1, "the templates make this file, which nobody has seen"));
      } else if (now == null) {
        differences.add(finding(name, 1, "the templates do not make this file any more"));
      } else if (Files.mismatch(before, now) >= 0) {
        differences.add(firstDifference(name, before, now));
      }
    }
    return differences;
  }

  /** Makes the newly generated code the reviewed one. */
  void accept(Path generated) throws IOException {
    for (Path outdated : filesIn(folder).values()) {
      Files.delete(outdated);
    }
    for (var file : filesIn(generated).entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.copy(file.getValue(), target);
    }
  }

  private String firstDifference(String name, Path before, Path now) throws IOException {
    List<String> reviewed = Files.readAllLines(before);
    List<String> fresh = Files.readAllLines(now);
    int line = 0;
    while (line < reviewed.size()
        && line < fresh.size()
        && reviewed.get(line).equals(fresh.get(line))) {
      line++;
    }
    return finding(
        name,
        line + 1,
        "the templates make " + lineOf(fresh, line) + " instead of " + lineOf(reviewed, line));
  }

  private static String lineOf(List<String> lines, int index) {
    return index < lines.size() ? "\"" + lines.get(index).strip() + "\"" : "an end";
  }

  private String finding(String name, int line, String what) {
    return shownAs + "/" + name + ":" + line + ": " + what + HOW_TO_ACCEPT;
  }

  private static SortedMap<String, Path> filesIn(Path folder) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> found = Files.walk(folder).filter(Files::isRegularFile)) {
        found.forEach(file -> files.put(nameOf(folder, file), file));
      }
    }
    return files;
  }

  private static String nameOf(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
