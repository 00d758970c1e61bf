package com.ofauth.access.build.report;

import static com.ofauth.access.build.diff.Impact.ADDITIVE;
import static com.ofauth.access.build.diff.Impact.BREAKING;
import static com.ofauth.access.build.diff.Impact.COSMETIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.build.diff.Impact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of versions and changelog, failing and passing. */
final class GateTest {
  private static final ApiChange GONE = change(BREAKING, "_view", "ChatUser.view() is gone");
  private static final ApiChange ADDED = change(ADDITIVE, "isArchived", "Chat.isArchived() is new");

  private static ApiChange change(Impact impact, String name, String text) {
    return new ApiChange(impact, "openapi/ofauth-access.yaml:7", List.of(name), text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0, 0.1.0-SNAPSHOT, BREAKING, true",
    "0.1.0, 0.1.1-SNAPSHOT, BREAKING, false",
    "0.1.0, 0.2.0, BREAKING, true",
    "1.2.3, 1.3.0-SNAPSHOT, BREAKING, false",
    "1.2.3, 2.0.0-SNAPSHOT, BREAKING, true",
    "0.1.0, 0.1.0, ADDITIVE, false",
    "0.1.0, 0.1.1, ADDITIVE, true",
    "1.2.3, 1.2.4, ADDITIVE, false",
    "1.2.3, 1.3.0, ADDITIVE, true",
    "1.2.3, 1.2.3, COSMETIC, true",
  })
  void asksForTheStepThatTheGravestChangeNeeds(
      String baseline, String now, Impact impact, boolean passes) {
    List<String> findings =
        gate(baseline, now, "### Breaking", "- `view` is gone.")
            .findings(List.of(change(impact, "view", "text")));

    assertThat(findings.isEmpty()).as("%s", findings).isEqualTo(passes);
  }

  @Test
  void namesPlaceVersionAndReason() {
    assertThat(gate("1.2.3", "1.3.0", "### Breaking", "- `_view`").findings(List.of(GONE)))
        .containsExactly(
            "pom.xml:8: version 1.3.0 follows 1.2.3 with 1 breaking changes; it has to be 2.0.0 or"
                + " higher, because of: openapi/ofauth-access.yaml:7: breaking: ChatUser.view() is"
                + " gone");
  }

  @Test
  void asksForAnEntryUnderBreakingThatMentionsWhatBreaks() {
    String missing =
        "CHANGELOG.md:3: no entry under \"### Breaking\" mentions _view: ChatUser.view() is gone";

    assertThat(gate("1.2.3", "2.0.0", "### New", "- `_view`").findings(List.of(GONE)))
        .containsExactly(missing);
    assertThat(gate("1.2.3", "2.0.0", "### Breaking", "- `review`").findings(List.of(GONE)))
        .containsExactly(missing);
    assertThat(
            gate("1.2.3", "2.0.0", "### Breaking", "- `ChatUser.view()`").findings(List.of(GONE)))
        .isEmpty();
  }

  @Test
  void asksForAnEntryThatMentionsWhatIsNew() {
    assertThat(gate("1.2.3", "1.3.0", "### New", "- Something.").findings(List.of(ADDED)))
        .containsExactly("CHANGELOG.md:3: no entry mentions isArchived: Chat.isArchived() is new");
    assertThat(gate("1.2.3", "1.3.0", "### New", "- `isArchived`").findings(List.of(ADDED)))
        .isEmpty();
  }

  @Test
  void asksForNothingWhereOnlyProseChanged() {
    assertThat(
            gate("1.2.3", "1.2.3", "### New", "")
                .findings(List.of(change(COSMETIC, "a", "reads differently"))))
        .isEmpty();
  }

  @Test
  void readsTheSectionOfTheVersionOnceItIsClosed() {
    List<String> lines =
        List.of(
            "# Changelog", "## Unreleased", "## 1.3.0 – 2026-12-01", "### New", "- `isArchived`");

    assertThat(Changelog.section(lines, Version.of("1.3.0")).covers(List.of("isArchived"), false))
        .isTrue();
    assertThat(Changelog.section(lines, Version.of("1.4.0")).covers(List.of("isArchived"), false))
        .isFalse();
  }

  @Test
  void refusesAVersionThatIsNone() {
    assertThatThrownBy(() -> Version.of("1.2"))
        .hasMessageContaining("three numbers")
        .hasMessageContaining("1.2");
  }

  private static Gate gate(String baseline, String now, String heading, String entry) {
    List<String> changelog =
        List.of(
            "# Changelog",
            "",
            "## Unreleased",
            heading,
            entry,
            "## 0.0.1",
            "- `isArchived` `_view`");
    return new Gate(
        Version.of(baseline),
        Version.of(now),
        "pom.xml:8",
        Changelog.section(changelog, Version.of(now)));
  }
}
