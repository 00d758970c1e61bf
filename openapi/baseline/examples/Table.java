package com.ofauth.access.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of text. Columns are as wide as their longest cell. */
final class Table {
  private static final int MAX_WIDTH = 40;

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... titles) {
    rows.add(List.of(titles));
  }

  void add(@Nullable Object... cells) {
    rows.add(Arrays.stream(cells).map(Table::text).toList());
  }

  void print(PrintStream out) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - length(row.get(i)) + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /**
   * Returns one line of limited length, without control characters of terminals and without
   * characters that change the direction of text.
   */
  private static String text(@Nullable Object cell) {
    if (cell == null) {
      return "-";
    }
    String clean = cell.toString().replaceAll("[\\p{Cc}\\s[\\p{Cf}&&[^\u200d]]]+", " ").strip();
    if (length(clean) <= MAX_WIDTH) {
      return clean;
    }
    return clean.substring(0, clean.offsetByCodePoints(0, MAX_WIDTH - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
