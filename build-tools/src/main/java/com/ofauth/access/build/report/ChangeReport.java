package com.ofauth.access.build.report;

import com.ofauth.access.build.diff.Impact;
import com.ofauth.access.build.diff.SpecChange;
import com.ofauth.access.build.spec.JavaNames;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells what changed since the last release as soon as the SDK has been compiled: each change on
 * the wire and in the Java API, and what a user of the SDK has to edit. {@code mvn -Papi-change
 * verify} prints it before the checks, so that nothing that fails later can keep it back.
 */
public final class ChangeReport {
  /** A cosmetic change needs nothing; a long list of them would hide the others. */
  private static final int COSMETIC_SHOWN = 5;

  private static final String SET_VERSION =
      "java build-tools/src/main/java/com/ofauth/access/build/release/SetVersion.java ";

  private final Repository repository;
  private final PrintStream out;

  private ChangeReport(Repository repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  /**
   * Prints the report.
   *
   * @param args the repository's root
   * @throws IOException when a file can not be read
   * @throws IllegalStateException when a module does not compile, after all else has been told
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "Give one argument, the root of the repository; there are " + args.length);
    }
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    print(new Repository(root), System.out);
  }

  public static void print(Repository repository, PrintStream out) throws IOException {
    List<String> failed = new ChangeReport(repository, out).print();
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          String.join(", ", failed) + " can not be compiled: javac says where, above this report");
    }
  }

  private List<String> print() throws IOException {
    List<ApiChange> java = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (PublishedModule module : PublishedModule.values()) {
      if (module.isCompiled()) {
        java.addAll(repository.javaChanges(module));
      } else if (module.followsTheSpec()) {
        failed.add(module.artifact());
      }
    }
    List<SpecChange> spec = repository.wireChanges();
    out.println();
    out.println("Changes since " + repository.baselineVersion());
    Set<ApiChange> told = new LinkedHashSet<>();
    Map<Impact, Integer> shown = new TreeMap<>();
    for (SpecChange change : spec) {
      List<ApiChange> same = java.stream().filter(each -> isOf(each, change)).toList();
      told.addAll(same);
      line(
          shown,
          graver(change.impact(), same),
          change.text()
              + "  ["
              + change.place()
              + "]  wire: "
              + change.wire()
              + "; Java: "
              + signatures(same)
              + "; users: "
              + edits(change.wire(), same));
    }
    for (ApiChange change : java) {
      if (!told.contains(change)) {
        line(
            shown,
            change.impact(),
            change.text()
                + "  ["
                + change.place()
                + "]  wire: no change; users: "
                + edits(Impact.COSMETIC, List.of(change)));
      }
    }
    int hidden = shown.getOrDefault(Impact.COSMETIC, 0) - COSMETIC_SHOWN;
    if (hidden > 0) {
      out.println("  and " + hidden + " more cosmetic ones");
    }
    if (spec.isEmpty() && java.isEmpty()) {
      out.println("  none");
    }
    if (failed.isEmpty()) {
      lastRelease();
    }
    draft(spec, java);
    out.println();
    return failed;
  }

  private void line(Map<Impact, Integer> shown, Impact impact, String text) {
    if (shown.merge(impact, 1, Integer::sum) <= COSMETIC_SHOWN || impact != Impact.COSMETIC) {
      out.println("  " + impact.toString().toUpperCase(Locale.ROOT) + " " + text);
    }
  }

  /** Whether a change of the Java API comes from a change of the spec. */
  private static boolean isOf(ApiChange java, SpecChange spec) {
    String subject = JavaNames.key(spec.subject());
    boolean sameMember = !subject.isEmpty() && JavaNames.key(java.member()).equals(subject);
    if (spec.owner().isEmpty()) {
      return sameMember;
    }
    boolean sameOwner =
        java.owner().equals(spec.owner()) || java.owner().startsWith(spec.owner() + ".");
    return sameOwner
        && (sameMember || (java.member().isEmpty() && spec.subject().equals(spec.owner())));
  }

  private static Impact graver(Impact impact, List<ApiChange> java) {
    return java.stream()
        .map(ApiChange::impact)
        .filter(each -> each.compareTo(impact) < 0)
        .min(Impact::compareTo)
        .orElse(impact);
  }

  /** Before and after, such as {@code Chat: isMuted(): Boolean? -> none}. */
  private static String signatures(List<ApiChange> java) {
    return java.isEmpty()
        ? "no change"
        : String.join(
            ", ",
            java.stream()
                .map(
                    change ->
                        change.owner()
                            + ": "
                            + none(change.before())
                            + " -> "
                            + none(change.after()))
                .toList());
  }

  private static String none(String signature) {
    return signature.isEmpty() ? "none" : signature;
  }

  private static String edits(Impact wire, List<ApiChange> java) {
    Set<String> edits = new LinkedHashSet<>();
    for (ApiChange change : java) {
      if (change.impact() == Impact.BREAKING) {
        String name = change.owner() + (change.member().isEmpty() ? "" : "." + change.member());
        edits.add(
            change.after().isEmpty()
                ? "remove uses of " + name
                : change.before().isEmpty() ? "implement " + name : "adapt uses of " + name);
      }
    }
    if (edits.isEmpty()) {
      return wire == Impact.BREAKING
          ? "nothing that the compiler finds; check what relies on it"
          : "nothing";
    }
    return String.join(", ", edits);
  }

  private void lastRelease() throws IOException {
    List<String> errors =
        LastRelease.errors(repository.root(), repository.root().resolve("openapi/baseline"));
    out.println(
        "README and examples of the last release: "
            + (errors.isEmpty() ? "compile as they are" : errors.size() + " errors"));
    errors.forEach(error -> out.println("  " + error));
  }

  private void draft(List<SpecChange> spec, List<ApiChange> java) throws IOException {
    List<ApiChange> all = new ArrayList<>();
    spec.forEach(change -> all.add(ApiChange.of(change)));
    all.addAll(java);
    Impact gravest =
        all.stream().map(ApiChange::impact).min(Impact::compareTo).orElse(Impact.COSMETIC);
    if (gravest == Impact.COSMETIC) {
      return;
    }
    out.println("Draft for CHANGELOG.md");
    entries("### Breaking", Impact.BREAKING, all);
    entries("### New", Impact.ADDITIVE, all);
    out.println("Version, at least");
    out.println("  " + SET_VERSION + repository.baselineVersion().after(gravest) + "-SNAPSHOT");
  }

  private void entries(String heading, Impact impact, List<ApiChange> changes) {
    Set<String> entries = new LinkedHashSet<>();
    for (ApiChange change : changes) {
      if (change.impact() == impact && !change.names().isEmpty()) {
        entries.add(
            "`" + change.names().get(change.names().size() - 1) + "`: " + change.text() + ".");
      }
    }
    if (!entries.isEmpty()) {
      out.println("  " + heading);
      entries.forEach(entry -> out.println("  - " + entry));
    }
  }
}
