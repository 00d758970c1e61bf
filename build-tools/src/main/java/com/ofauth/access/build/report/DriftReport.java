package com.ofauth.access.build.report;

import com.ofauth.access.build.diff.Impact;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Tells in one piece what changed since the baseline and what is left to do, from the findings of
 * all checks that this build ran. {@code mvn -Papi-change verify} ends with it.
 */
public final class DriftReport {
  /** A cosmetic change needs nothing; a long list of them would hide the others. */
  private static final int COSMETIC_SHOWN = 5;

  private DriftReport() {}

  /**
   * Prints the report.
   *
   * @param args the repository's root
   * @throws IOException when a file can not be read
   * @throws IllegalStateException when something is left to do
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "Give one argument, the root of the repository; there are " + args.length);
    }
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    int left = print(new Repository(root), FailedChecks.in(root), System.out);
    if (left > 0) {
      throw new IllegalStateException(left + " things are left to do, see above");
    }
  }

  /** Prints the report and gives the number of steps that are left. */
  public static int print(Repository repository, List<String> steps, PrintStream out)
      throws IOException {
    Version baseline = repository.baselineVersion();
    out.println();
    section("Spec, since " + baseline, repository.specChanges(), out);
    section("Java API, since " + baseline, repository.javaChanges(), out);
    out.println(steps.isEmpty() ? "What to do next: nothing" : "What to do next");
    steps.forEach(step -> out.println("  " + step));
    out.println();
    return steps.size();
  }

  private static void section(String title, List<ApiChange> changes, PrintStream out) {
    out.println(title + (changes.isEmpty() ? ": no change" : ""));
    for (Impact impact : Impact.values()) {
      List<ApiChange> such = changes.stream().filter(change -> change.impact() == impact).toList();
      int shown = impact == Impact.COSMETIC ? COSMETIC_SHOWN : such.size();
      such.stream()
          .limit(shown)
          .forEach(
              change ->
                  out.println(
                      "  "
                          + impact.toString().toUpperCase(Locale.ROOT)
                          + " "
                          + change.text()
                          + "  ["
                          + change.place()
                          + "]"));
      if (such.size() > shown) {
        out.println("  and " + (such.size() - shown) + " more " + impact + " ones");
      }
    }
    out.println();
  }
}
