package com.ofauth.access.build.mutation;

import com.ofauth.access.build.mutation.PitReport.Fate;
import com.ofauth.access.build.mutation.PitReport.Mutant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a run, a package in a line. */
final class SurvivorTable {
  private SurvivorTable() {}

  /** Returns a table in Markdown. */
  static String of(List<Mutant> mutants) {
    StringBuilder table =
        new StringBuilder(
            "| package | mutants | killed | timed out | survived | no coverage | alive |\n|---|---|---|---|---|---|---|\n");
    mutants.stream()
        .collect(Collectors.groupingBy(Mutant::room, TreeMap::new, Collectors.toList()))
        .forEach((room, all) -> table.append(row("`" + room + "`", all)));
    return table.append(row("all", mutants)).toString();
  }

  private static String row(String name, List<Mutant> mutants) {
    long alive = mutants.stream().filter(Mutant::alive).count();
    return "| %s | %d | %d | %d | %d | %d | %.1f %% |%n"
        .formatted(
            name,
            mutants.size(),
            count(mutants, Fate.KILLED),
            count(mutants, Fate.STUCK),
            count(mutants, Fate.SURVIVED),
            count(mutants, Fate.UNTESTED),
            100.0 * alive / Math.max(1, mutants.size()));
  }

  private static long count(List<Mutant> mutants, Fate fate) {
    return mutants.stream().filter(mutant -> mutant.fate() == fate).count();
  }
}
