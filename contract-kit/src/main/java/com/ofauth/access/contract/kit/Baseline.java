package com.ofauth.access.contract.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** A file of what has been seen so far, one a line, sorted. */
final class Baseline {
  private static final String HEAD =
      "# Fields, words and nulls that a verification of the contract has seen.";

  private Baseline() {}

  /**
   * What is seen now and is not in the file. Where there is no file, it is written, and nothing is
   * new.
   */
  static List<String> news(Path file, NavigableSet<String> seen) throws IOException {
    if (!Files.exists(file)) {
      write(file, seen);
      return List.of();
    }
    NavigableSet<String> fresh = new TreeSet<>(seen);
    Files.readAllLines(file).forEach(fresh::remove);
    return List.copyOf(fresh);
  }

  /** Adds what is seen now to the file. */
  static void update(Path file, NavigableSet<String> seen) throws IOException {
    NavigableSet<String> all = new TreeSet<>(seen);
    if (Files.exists(file)) {
      Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).forEach(all::add);
    }
    write(file, all);
  }

  private static void write(Path file, NavigableSet<String> seen) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, HEAD + "\n" + String.join("\n", seen) + "\n");
  }
}
