package com.ofauth.access.contract;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/** How a pact differs from the one that was accepted, for those who have to accept it. */
final class PactDrift {
  private static final int SHOWN_LINES = 200;
  private static final String ACCEPTING_COMMAND =
      "mvn -pl contract-tests -am test -Dtest=PactFilesTest -Dpacts.accept";

  private PactDrift() {}

  /**
   * Nothing where they are the same; else {@code file:line: what to do}, and the difference below.
   */
  static String of(String file, String accepted, String fresh) {
    if (accepted.equals(fresh)) {
      return "";
    }
    List<String> before = accepted.lines().toList();
    Patch<String> patch = DiffUtils.diff(before, fresh.lines().toList());
    // Where only the last line break differs, no line does.
    int line =
        patch.getDeltas().isEmpty()
            ? before.size()
            : patch.getDeltas().get(0).getSource().getPosition() + 1;
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff("accepted/" + file, "fresh/" + file, before, patch, 3);
    return "%s:%d: the tests say something else; to accept it, run %s%n%s"
        .formatted(file, line, ACCEPTING_COMMAND, String.join("\n", shortened(file, diff)));
  }

  private static List<String> shortened(String file, List<String> diff) {
    if (diff.size() <= SHOWN_LINES) {
      return diff;
    }
    List<String> shown = new ArrayList<>(diff.subList(0, SHOWN_LINES));
    shown.add(
        "… and %d lines more; all of it: diff -u %s %s"
            .formatted(
                diff.size() - SHOWN_LINES, file, file.replaceFirst("/pacts/", "/target/pacts/")));
    return shown;
  }
}
