package com.ofauth.access.build.mutation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The list of the mutants that may survive, and of the classes in which PIT finds nothing to
 * mutate. Each line has its reason.
 */
final class AllowedSurvivors {
  private static final Pattern SURVIVORS =
      Pattern.compile("(?<count>[1-9][0-9]*) (?<key>\\S+ \\S+)  +\\S.*");
  private static final Pattern NOTHING = Pattern.compile("nothing in (?<type>\\S+)  +\\S.*");

  private final String name;
  private final SortedMap<String, Integer> counts = new TreeMap<>();
  private final SortedSet<String> withoutMutants = new TreeSet<>();

  private AllowedSurvivors(String name) {
    this.name = name;
  }

  /**
   * Reads the list.
   *
   * @param name of the list, for messages
   * @param findings gets what is wrong with the list
   */
  static AllowedSurvivors read(List<String> lines, String name, List<String> findings) {
    AllowedSurvivors allowed = new AllowedSurvivors(name);
    for (int i = 0; i < lines.size(); i++) {
      String problem = allowed.add(lines.get(i));
      if (problem != null) {
        findings.add(name + ":" + (i + 1) + " " + problem);
      }
    }
    return allowed;
  }

  private @Nullable String add(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return null;
    }
    Matcher survivors = SURVIVORS.matcher(line);
    if (survivors.matches()) {
      String key = survivors.group("key");
      return counts.put(key, Integer.valueOf(survivors.group("count"))) == null
          ? null
          : "is there twice: " + key;
    }
    Matcher nothing = NOTHING.matcher(line);
    if (nothing.matches()) {
      String type = nothing.group("type");
      return withoutMutants.add(type) ? null : "is there twice: " + type;
    }
    return "has to be \"COUNT CLASS.METHOD MUTATOR  REASON\" or \"nothing in CLASS  REASON\", with"
        + " two blanks before the reason: "
        + line;
  }

  String name() {
    return name;
  }

  int count(String key) {
    return counts.getOrDefault(key, 0);
  }

  Map<String, Integer> counts() {
    return counts;
  }

  SortedSet<String> withoutMutants() {
    return withoutMutants;
  }
}
