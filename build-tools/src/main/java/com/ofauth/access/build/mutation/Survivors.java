package com.ofauth.access.build.mutation;

import com.ofauth.access.build.mutation.PitReport.Fate;
import com.ofauth.access.build.mutation.PitReport.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares the mutants that survived a run of PIT with the list of those that may, which has a
 * reason for each. Line numbers do not count, so that the list outlives changes of other lines.
 */
public final class Survivors {
  private static final int MAX_PERCENT = 15;

  private final AllowedSurvivors allowed;
  private final List<String> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Survivors(List<String> lines, String name) {
    this.allowed = AllowedSurvivors.read(lines, name, findings);
  }

  /**
   * Fails with what has to be done, or says how many survived.
   *
   * @param args the report of PIT in XML, the list, the folder of the compiled classes, and the
   *     patterns of the classes to mutate, separated by commas
   */
  public static void main(String[] args) throws IOException {
    Survivors survivors = new Survivors(Files.readAllLines(Path.of(args[1])), args[1]);
    List<Mutant> mutants = PitReport.read(Path.of(args[0]));
    survivors.judge(mutants, Targets.in(Path.of(args[2]), Arrays.asList(args[3].split(","))));
    System.out.println(SurvivorTable.of(mutants));
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
   * Adds what is wrong to {@link #findings()}.
   *
   * @param targets the classes that had to be mutated
   */
  void judge(List<Mutant> mutants, SortedSet<String> targets) {
    judgeWhatWasMutated(mutants, targets);
    judgeSurvivors(mutants);
    mutants.stream()
        .collect(Collectors.groupingBy(Mutant::room, TreeMap::new, Collectors.toList()))
        .forEach(this::judgeShare);
  }

  private void judgeWhatWasMutated(List<Mutant> mutants, SortedSet<String> targets) {
    if (mutants.isEmpty()) {
      findings.add("PIT has made no mutant: nothing is proven");
    }
    SortedSet<String> mutated =
        mutants.stream().map(Mutant::topLevelType).collect(Collectors.toCollection(TreeSet::new));
    for (String type : without(without(targets, mutated), allowed.withoutMutants())) {
      findings.add(
          "PIT has made no mutant of %s: if there is nothing to mutate, add to %s the line \"nothing in %s  why\""
              .formatted(type, allowed.name(), type));
    }
    for (String type : allowed.withoutMutants()) {
      if (mutated.contains(type) || !targets.contains(type)) {
        findings.add(
            "%s says that there is nothing to mutate in %s, which %s"
                .formatted(
                    allowed.name(), type, mutated.contains(type) ? "has mutants" : "is no target"));
      }
    }
    mutants.stream()
        .filter(mutant -> mutant.fate() == Fate.UNKNOWN)
        .forEach(
            mutant ->
                findings.add(
                    "PIT was not able to run the mutant of %s in the line %d"
                        .formatted(mutant.key(), mutant.line())));
  }

  private void judgeSurvivors(List<Mutant> mutants) {
    SortedMap<String, List<Mutant>> survived =
        mutants.stream()
            .filter(Mutant::alive)
            .collect(Collectors.groupingBy(Mutant::key, TreeMap::new, Collectors.toList()));
    survived.forEach(
        (key, found) -> {
          int more = found.size() - allowed.count(key);
          if (more > 0) {
            findings.add(
                "%d new survivor%s in %s, in the lines %s: write the test that kills it, or add to %s the line \"%d %s  why it may survive\""
                    .formatted(
                        more,
                        more == 1 ? "" : "s",
                        key,
                        found.stream().map(Mutant::line).toList(),
                        allowed.name(),
                        found.size(),
                        key));
          }
        });
    allowed
        .counts()
        .forEach(
            (key, count) -> {
              int found = survived.getOrDefault(key, List.of()).size();
              if (found < count) {
                notes.add(
                    "%s allows %d of %s, of which %d survived"
                        .formatted(allowed.name(), count, key, found));
              }
            });
  }

  private void judgeShare(String room, List<Mutant> mutants) {
    long alive = mutants.stream().filter(Mutant::alive).count();
    if (alive * 100 > (long) MAX_PERCENT * mutants.size()) {
      findings.add(
          "%d of %d mutants of %s survived, more than %d %%"
              .formatted(alive, mutants.size(), room, MAX_PERCENT));
    }
  }

  private static SortedSet<String> without(SortedSet<String> all, Collection<String> some) {
    SortedSet<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
