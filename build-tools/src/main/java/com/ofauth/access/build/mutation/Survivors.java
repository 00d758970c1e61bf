package com.ofauth.access.build.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares the mutants that survived a run of PIT with the list of those that may, which has a
 * reason for each. Line numbers do not count, so that the list outlives changes of other lines.
 */
public final class Survivors {
  private static final int MAX_PERCENT = 15;
  private static final Pattern LINE =
      Pattern.compile("(?<count>[1-9][0-9]*) (?<key>\\S+ \\S+)  +(?<reason>\\S.*)");

  private final List<String> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Fails with what has to be done, or says how many survived.
   *
   * @param args the report of PIT in XML, and the list
   */
  public static void main(String[] args) throws IOException {
    Survivors survivors = new Survivors();
    String table =
        survivors.judge(
            PitReport.read(Path.of(args[0])), Files.readAllLines(Path.of(args[1])), args[1]);
    System.out.println(table);
    survivors.notes.forEach(System.out::println);
    if (!survivors.findings.isEmpty()) {
      throw new IllegalStateException(String.join(System.lineSeparator(), survivors.findings));
    }
  }

  List<String> findings() {
    return findings;
  }

  List<String> notes() {
    return notes;
  }

  /**
   * Returns a table of the packages; what is wrong is in {@link #findings()}.
   *
   * @param lines of the list
   * @param name of the list, for messages
   */
  String judge(List<PitReport.Mutant> mutants, List<String> lines, String name) {
    if (mutants.isEmpty()) {
      findings.add("PIT has made no mutant: nothing is proven");
    }
    Map<String, Integer> allowed = allowed(lines, name);
    Map<String, List<PitReport.Mutant>> survived =
        mutants.stream()
            .filter(mutant -> !mutant.detected())
            .collect(
                Collectors.groupingBy(PitReport.Mutant::key, TreeMap::new, Collectors.toList()));
    survived.forEach(
        (key, found) -> {
          int more = found.size() - allowed.getOrDefault(key, 0);
          if (more > 0) {
            findings.add(
                more
                    + " new survivor"
                    + (more == 1 ? "" : "s")
                    + " in "
                    + key
                    + ", in the lines "
                    + found.stream().map(m -> String.valueOf(m.line())).toList()
                    + ": write the test that kills it, or add to "
                    + name
                    + " the line \""
                    + found.size()
                    + " "
                    + key
                    + "  why it may survive\"");
          }
        });
    allowed.forEach(
        (key, count) -> {
          int found = survived.getOrDefault(key, List.of()).size();
          if (found < count) {
            notes.add(
                "%s allows %d of %s, of which %d survived".formatted(name, count, key, found));
          }
        });
    long alive = mutants.stream().filter(mutant -> !mutant.detected()).count();
    if (alive * 100 > (long) MAX_PERCENT * mutants.size()) {
      findings.add(
          "%d of %d mutants survived, more than %d %%"
              .formatted(alive, mutants.size(), MAX_PERCENT));
    }
    return table(mutants);
  }

  private Map<String, Integer> allowed(List<String> lines, String name) {
    Map<String, Integer> allowed = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        findings.add(
            name
                + ":"
                + (i + 1)
                + " has to be \"COUNT CLASS.METHOD MUTATOR  REASON\", with two blanks before the"
                + " reason: "
                + line);
      } else if (allowed.put(matcher.group("key"), Integer.valueOf(matcher.group("count")))
          != null) {
        findings.add(name + ":" + (i + 1) + " is there twice: " + matcher.group("key"));
      }
    }
    return allowed;
  }

  private static String table(List<PitReport.Mutant> mutants) {
    StringBuilder table = new StringBuilder("package     mutants  survived\n");
    mutants.stream()
        .collect(Collectors.groupingBy(PitReport.Mutant::room, TreeMap::new, Collectors.toList()))
        .forEach((room, all) -> table.append(row(room, all)));
    return table.append(row("all", mutants)).toString();
  }

  private static String row(String name, List<PitReport.Mutant> mutants) {
    long alive = mutants.stream().filter(mutant -> !mutant.detected()).count();
    return "%-10s %8d %9d  %.1f %%%n"
        .formatted(name, mutants.size(), alive, 100.0 * alive / Math.max(1, mutants.size()));
  }
}
