package com.ofauth.access.build.report;

import com.ofauth.access.build.diff.Impact;
import com.ofauth.access.build.diff.SpecChange;
import java.util.List;

/**
 * A change that users can notice, of the spec or of the Java API.
 *
 * @param impact what it means for them
 * @param place file and line
 * @param names what a changelog has to mention, one of them; empty when another change covers it
 * @param text what changed
 */
public record ApiChange(Impact impact, String place, List<String> names, String text) {

  static ApiChange of(SpecChange change) {
    return new ApiChange(
        change.impact(),
        change.place(),
        change.subject().isEmpty() ? List.of() : List.of(change.subject()),
        change.text());
  }

  @Override
  public String toString() {
    return place + ": " + impact + ": " + text;
  }
}
