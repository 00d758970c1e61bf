package com.ofauth.access.build.report;

import com.ofauth.access.build.diff.Impact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What changed between two surfaces of one module. */
final class SurfaceDiff {
  private static final Pattern TYPE = Pattern.compile("(?:interface|enum|record|class) ([\\w.]+)");
  private static final Pattern MEMBER =
      Pattern.compile("(?:(?:protected|static|abstract|default) )*(\\w+)");
  private static final String MODELS = "com.ofauth.access.model.";

  /** A type of a surface: its line, where it stands, and the lines of its members with theirs. */
  private record Type(String line, int number, Map<String, Integer> members) {}

  private final String file;
  private final List<ApiChange> changes = new ArrayList<>();

  private SurfaceDiff(String file) {
    this.file = file;
  }

  /**
   * Compares two surfaces.
   *
   * @param file the name that messages give the old one
   */
  static List<ApiChange> between(String file, List<String> was, List<String> is) {
    SurfaceDiff diff = new SurfaceDiff(file);
    diff.compare(types(was), types(is));
    return diff.changes.stream().sorted(Comparator.comparing(ApiChange::impact)).toList();
  }

  private void compare(Map<String, Type> was, Map<String, Type> is) {
    was.forEach(
        (name, type) -> {
          Type now = is.get(name);
          if (now == null) {
            add(Impact.BREAKING, type.number(), name, "", "the class is gone", type.line(), "");
            return;
          }
          if (!withoutMark(now.line()).equals(withoutMark(type.line()))) {
            add(
                Impact.BREAKING,
                type.number(),
                name,
                "",
                "it is \"" + now.line() + "\" instead of \"" + type.line() + "\"",
                type.line(),
                now.line());
          }
          members(name, type, now);
        });
    is.forEach(
        (name, type) -> {
          // A type inside a new one comes with it.
          if (!was.containsKey(name) && !isNew(outer(name), was, is)) {
            add(Impact.ADDITIVE, 1, name, "", "the class is new", "", type.line());
          }
        });
  }

  private static boolean isNew(String name, Map<String, Type> was, Map<String, Type> is) {
    return is.containsKey(name) && !was.containsKey(name);
  }

  private static String outer(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private void members(String type, Type was, Type is) {
    List<String> added = new ArrayList<>(is.members().keySet());
    added.removeAll(was.members().keySet());
    was.members()
        .forEach(
            (line, number) -> {
              if (is.members().containsKey(line)) {
                return;
              }
              String member = member(line);
              String heir =
                  added.stream().filter(a -> member(a).equals(member)).findFirst().orElse(null);
              if (heir == null) {
                add(Impact.BREAKING, number, type, member, line.strip() + " is gone", line, "");
              } else {
                added.remove(heir);
                add(
                    Impact.BREAKING,
                    number,
                    type,
                    member,
                    heir.strip() + " instead of " + line.strip(),
                    line,
                    heir);
              }
            });
    boolean handedIn = was.line().endsWith(Surface.HANDED_IN);
    for (String line : added) {
      boolean mustBeWritten = handedIn && line.contains("abstract ");
      add(
          mustBeWritten ? Impact.BREAKING : Impact.ADDITIVE,
          was.number(),
          type,
          member(line),
          line.strip() + " is new" + (mustBeWritten ? ", and users who implement it lack it" : ""),
          "",
          line);
    }
  }

  private void add(
      Impact impact,
      int line,
      String type,
      String member,
      String text,
      String before,
      String after) {
    String simple = type.replaceFirst("^([a-z]\\w*\\.)+", "");
    // What is new in a model is new in the spec, whose changes name it.
    boolean told = impact == Impact.ADDITIVE && type.startsWith(MODELS);
    List<String> names = new ArrayList<>();
    if (!told) {
      names.add(simple.replaceFirst("\\..*", ""));
      if (!member.isEmpty() && !member.equals("new")) {
        names.add(member);
      }
    }
    changes.add(
        new ApiChange(
            impact,
            file + ":" + line,
            names,
            simple + ": " + text,
            simple,
            member,
            before.strip(),
            after.strip()));
  }

  private static Map<String, Type> types(List<String> lines) {
    Map<String, Type> types = new LinkedHashMap<>();
    Type type = new Type("", 0, new LinkedHashMap<>());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("  ")) {
        type.members().put(line, i + 1);
      } else if (!line.startsWith("#") && !line.isBlank()) {
        type = new Type(line, i + 1, new LinkedHashMap<>());
        types.put(first(TYPE, line), type);
      }
    }
    return types;
  }

  private static String withoutMark(String line) {
    return line.endsWith(Surface.HANDED_IN)
        ? line.substring(0, line.length() - Surface.HANDED_IN.length())
        : line;
  }

  private static String member(String line) {
    return first(MEMBER, line.strip());
  }

  private static String first(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.find()) {
      throw new IllegalArgumentException("This line of a surface can not be read: " + line);
    }
    return matcher.group(1);
  }
}
