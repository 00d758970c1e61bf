package com.ofauth.access.build.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classes that PIT is told to mutate. */
final class Targets {
  private static final String ROOT = "com.ofauth.access.internal.";
  private static final String SUFFIX = ".class";

  private Targets() {}

  /**
   * Returns the short names of the compiled classes, without nested ones.
   *
   * @param folder of all compiled classes
   * @param patterns as PIT takes them: names of classes, in which a star stands for anything
   */
  static SortedSet<String> in(Path folder, List<String> patterns) throws IOException {
    List<Pattern> wanted =
        patterns.stream()
            .map(pattern -> Pattern.compile(pattern.strip().replace(".", "\\.").replace("*", ".*")))
            .toList();
    SortedSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .map(file -> folder.relativize(file).toString().replace('\\', '.').replace('/', '.'))
          .filter(name -> name.endsWith(SUFFIX) && !name.contains("$"))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .filter(name -> !name.endsWith("package-info"))
          .filter(name -> wanted.stream().anyMatch(pattern -> pattern.matcher(name).matches()))
          .forEach(name -> names.add(shortName(name)));
    }
    return names;
  }

  static String shortName(String type) {
    return type.startsWith(ROOT) ? type.substring(ROOT.length()) : type;
  }
}
