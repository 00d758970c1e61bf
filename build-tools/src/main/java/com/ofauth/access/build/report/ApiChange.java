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
 * @param owner the simple name of the class that has the change; empty where there is none
 * @param member the member of the class, or the name that the spec has for it; empty for the class
 * @param before the member's line in the old surface; empty where there is none
 * @param after the member's line in the new surface; empty where there is none
 */
public record ApiChange(
    Impact impact,
    String place,
    List<String> names,
    String text,
    String owner,
    String member,
    String before,
    String after) {

  public ApiChange(Impact impact, String place, List<String> names, String text) {
    this(impact, place, names, text, "", "", "", "");
  }

  static ApiChange of(SpecChange change) {
    return new ApiChange(
        change.impact(),
        change.place(),
        change.subject().isEmpty() ? List.of() : List.of(change.subject()),
        change.text(),
        change.owner(),
        change.subject(),
        "",
        "");
  }

  @Override
  public String toString() {
    return place + ": " + impact + ": " + text;
  }
}
