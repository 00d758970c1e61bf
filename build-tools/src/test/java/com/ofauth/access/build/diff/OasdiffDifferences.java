package com.ofauth.access.build.diff;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why oasdiff judges some rows of the table otherwise. The validator of the tests agrees with us.
 */
final class OasdiffDifferences {
  private record Reason(boolean onlyWe, Pattern row, String text) {}

  private static final List<Reason> REASONS =
      List.of(
          theirs(
              ".*minimum: 0, exclusiveMinimum: true",
              "It compares minimum without exclusiveMinimum. The legal integers are the same."),
          theirs(
              "(REQUEST|PARAMETER) .*format: \\S+ => [^f]*",
              "It takes a format that is gone for another type. All that was legal stays legal."),
          theirs(
              "RESPONSE [^f]* => .*format: .*",
              "It takes a format that is new for another type. Nothing new becomes legal."),
          theirs(
              "(REQUEST|PARAMETER) .*enum: \\[a\\] => type: string",
              "It takes an enum that is gone for another type. All that was legal stays legal."),
          ours(
              ".*(multipleOf|uniqueItems|minProperties|maxProperties|exclusiveM|maxItems).*",
              "It has no rule for this keyword in this place."),
          ours(
              ".*additionalProperties: false.*",
              "It has no rule for objects that are closed, opened, or extended while closed."),
          ours("PARAMETER .*nullable.*", "It has no rule for a parameter that can be null."),
          ours(
              "(BOTH|REQUEST|PARAMETER) .* => .*(minimum: 1|maximum: 9|maxLength: 5).*",
              "It only warns of a limit that is new."),
          ours(
              "(BOTH|RESPONSE) .*(minimum: 1|maximum: 9) => .*",
              "It has no rule for a limit of a response that is gone."),
          ours(".*pattern: .*", "It only warns of patterns that are new, other ones, or gone."),
          ours(
              ".* => type: string, default: a",
              "It has no rule for a default that is new. Calls without the value change meaning."),
          ours(
              "(BOTH|RESPONSE) .*enum: .*",
              "It only warns of a value that is new, and has no rule for an enum that is gone."));

  private OasdiffDifferences() {}

  private static Reason ours(String row, String text) {
    return new Reason(true, Pattern.compile(row), text);
  }

  private static Reason theirs(String row, String text) {
    return new Reason(false, Pattern.compile(row), text);
  }

  /** The reason why only one of both calls a row breaking; empty where none is known. */
  static String reason(boolean onlyWe, String row) {
    return REASONS.stream()
        .filter(reason -> reason.onlyWe() == onlyWe && reason.row().matcher(row).matches())
        .map(Reason::text)
        .findFirst()
        .orElse("");
  }
}
