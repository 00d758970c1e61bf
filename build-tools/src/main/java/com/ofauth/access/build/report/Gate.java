package com.ofauth.access.build.report;

import com.ofauth.access.build.diff.Impact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rule of versions and changelog: what breaks users needs a major step of the version (below
 * 1.0 a minor one) and an entry under Breaking; what is new needs a higher version and an entry. An
 * entry covers a change when it mentions its name.
 *
 * @param baseline the version of the last release
 * @param now the version that is being worked on
 * @param versionPlace file and line of that version
 * @param changelog the section of that version
 */
record Gate(Version baseline, Version now, String versionPlace, Changelog changelog) {

  List<String> findings(List<ApiChange> changes) {
    List<String> findings = new ArrayList<>();
    for (Impact impact : List.of(Impact.BREAKING, Impact.ADDITIVE)) {
      List<ApiChange> such = changes.stream().filter(change -> change.impact() == impact).toList();
      Version least = baseline.after(impact);
      if (!such.isEmpty() && now.compareTo(least) < 0) {
        findings.add(
            versionPlace
                + ": version "
                + now
                + " follows "
                + baseline
                + " with "
                + such.size()
                + " "
                + impact
                + " changes; it has to be "
                + least
                + " or higher, because of: "
                + such.get(0));
      }
      uncovered(such, impact == Impact.BREAKING)
          .forEach(
              (names, change) ->
                  findings.add(
                      "CHANGELOG.md:"
                          + changelog.line()
                          + ": no entry"
                          + (impact == Impact.BREAKING ? " under \"### Breaking\"" : "")
                          + " mentions "
                          + names
                          + ": "
                          + change.text()));
    }
    return findings;
  }

  /** One for each name that is missing. */
  private Map<String, ApiChange> uncovered(List<ApiChange> changes, boolean breaking) {
    Map<String, ApiChange> uncovered = new LinkedHashMap<>();
    for (ApiChange change : changes) {
      if (!change.names().isEmpty() && !changelog.covers(change.names(), breaking)) {
        uncovered.putIfAbsent(String.join(" or ", change.names()), change);
      }
    }
    return uncovered;
  }
}
