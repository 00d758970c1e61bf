package com.ofauth.access.build.report;

import java.util.List;
import java.util.regex.Pattern;

/** The section of the changelog that the next release, or the one being made, gets. */
final class Changelog {
  private static final String UNRELEASED = "## Unreleased";
  private static final String BREAKING = "### Breaking";

  private final int line;
  private final String all;
  private final String breaking;

  private Changelog(int line, String all, String breaking) {
    this.line = line;
    this.all = all;
    this.breaking = breaking;
  }

  /** Reads the section of a version, or the unreleased one where that has none yet. */
  static Changelog section(List<String> lines, Version version) {
    int start = indexOf(lines, "## " + version);
    if (start < 0) {
      start = indexOf(lines, UNRELEASED);
    }
    if (start < 0) {
      return new Changelog(1, "", "");
    }
    StringBuilder all = new StringBuilder();
    StringBuilder breaking = new StringBuilder();
    String heading = "";
    for (int i = start + 1; i < lines.size() && !lines.get(i).startsWith("## "); i++) {
      String line = lines.get(i);
      if (line.startsWith("### ")) {
        heading = line.strip();
        continue;
      }
      all.append(line).append('\n');
      if (heading.equals(BREAKING)) {
        breaking.append(line).append('\n');
      }
    }
    return new Changelog(start + 1, all.toString(), breaking.toString());
  }

  private static int indexOf(List<String> lines, String heading) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.equals(heading) || line.startsWith(heading + " ")) {
        return i;
      }
    }
    return -1;
  }

  /** Where the section begins, from 1. */
  int line() {
    return line;
  }

  /** Whether an entry mentions one of the names; if the change breaks users, under Breaking. */
  boolean covers(List<String> names, boolean breaks) {
    return names.stream().anyMatch(name -> mentions(breaks ? breaking : all, name));
  }

  private static boolean mentions(String text, String name) {
    String bare = name.replaceFirst("^_+", "");
    return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(bare) + "(?![A-Za-z0-9])")
        .matcher(text)
        .find();
  }
}
