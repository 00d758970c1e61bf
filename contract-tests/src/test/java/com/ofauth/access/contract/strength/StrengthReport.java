package com.ofauth.access.contract.strength;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/** The figures of the gate, for people: on the console and in a file. */
final class StrengthReport {
  static final Path FILE = Path.of("target", "contract-strength.txt");

  private static final String ROW = "%-100s %8s %8s %8s %8s %8s %8s%n";

  private final Map<String, long[]> rows = new ConcurrentSkipListMap<>();

  void add(String row, List<Verdict> verdicts) {
    rows.merge(row, figures(verdicts), StrengthReport::sum);
  }

  private static long[] figures(List<Verdict> verdicts) {
    long illegal = count(verdicts, verdict -> !verdict.legal());
    return new long[] {
      verdicts.size(),
      illegal,
      illegal - count(verdicts, Verdict::survivesStrict),
      illegal - count(verdicts, Verdict::survivesLive),
      verdicts.size() - illegal,
      count(verdicts, verdict -> verdict.legal() && verdict.passesLive())
    };
  }

  private static long count(List<Verdict> verdicts, Predicate<Verdict> which) {
    return verdicts.stream().filter(which).count();
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  void write() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        ROW.formatted(
            "changes of one place", "mutants", "illegal", "strict", "live", "legal", "live"));
    long[] total = new long[6];
    for (Map.Entry<String, long[]> row : rows.entrySet()) {
      text.append(row(row.getKey(), row.getValue()));
      total = sum(total, row.getValue());
    }
    text.append(row("all", total));
    Files.writeString(FILE, text);
    System.out.print(text);
  }

  private static String row(String name, long[] figures) {
    return ROW.formatted(
        name, figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
  }
}
