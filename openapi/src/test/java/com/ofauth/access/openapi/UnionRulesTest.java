package com.ofauth.access.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnionRulesTest {

  private static final String MEMBERS = "        - type: boolean\n        - type: string\n";

  private final SpecText good = SpecText.good();

  @Test
  void refusesTheSameMemberTwice() {
    assertThat(
            good.with(
                    MEMBERS,
                    "        - $ref: '#/components/schemas/Owner'\n        - $ref: '#/components/schemas/Owner'\n")
                .with("tag: true", "tag: { id: 1 }")
                .lint())
        .contains(
            "good.yaml:131: union-member Tag #/components/schemas/Owner: the same member stands "
                + "there twice; remove one");
  }

  @Test
  void refusesTwoObjects() {
    assertThat(
            good.with(
                    MEMBERS,
                    "        - $ref: '#/components/schemas/Owner'\n        - $ref: '#/components/schemas/Animal'\n        - type: boolean\n")
                .lint())
        .containsExactly(
            "good.yaml:131: union-member Tag #/components/schemas/Animal: like the member on line "
                + "130 it can be JSON of the kind object, so a reader can not tell them apart; make one "
                + "schema of both, with optional properties");
  }

  @Test
  void refusesTwoKindsOfNumber() {
    assertThat(
            good.with(
                    MEMBERS,
                    MEMBERS
                        + "        - type: number\n        - { type: integer, format: int64 }\n")
                .lint())
        .containsExactly(
            "good.yaml:133: union-member Tag: like the member on line 132 it can be JSON of the "
                + "kind number, so a reader can not tell them apart; make one schema of both, with "
                + "optional properties");
  }

  @Test
  void refusesAMemberThatCanBeAnything() {
    assertThat(good.with(MEMBERS, MEMBERS + "        - {}\n").lint())
        .contains(
            "good.yaml:132: union-member Tag: like the member on line 130 it can be JSON of the "
                + "kind boolean, so a reader can not tell them apart; make one schema of both, with "
                + "optional properties");
  }

  @Test
  void refusesAMemberThatIsAUnionWithAMemberOfTheSameKind() {
    assertThat(
            good.with(
                    "notes: { description: Anything at all. }",
                    "notes: { $ref: '#/components/schemas/Note' }")
                .with(
                    "    ErrorResponse:\n",
                    "    Note:\n      description: N.\n      anyOf:\n        - $ref: '#/components/schemas/Tag'\n        - type: string\n    ErrorResponse:\n")
                .with("notes: { chip: null }", "notes: true")
                .lint())
        .containsExactly(
            "good.yaml:136: union-member Note: like the member on line 135 it can be JSON of the "
                + "kind string, so a reader can not tell them apart; make one schema of both, with "
                + "optional properties");
  }

  @Test
  void refusesAUnionOfOne() {
    assertThat(good.with(MEMBERS, "        - type: boolean\n").lint())
        .containsExactly(
            "good.yaml:129: union-shape Tag: one member makes no union; use that schema itself");
  }

  @Test
  void refusesAUnionBesideProperties() {
    assertThat(
            good.with(
                    "      oneOf:\n",
                    "      type: object\n      properties: { a: { type: string, description: A. } }\n      oneOf:\n")
                .with("            tag: true\n", "")
                .lint())
        .contains(
            "good.yaml:131: union-shape Tag: it stands beside \"type\", and a union class holds a "
                + "member and nothing else; separate them");
  }

  @Test
  void refusesNot() {
    assertThat(
            good.with("notes: { description", "notes: { not: { type: string }, description").lint())
        .containsExactly(
            "good.yaml:110: union-shape Animal.notes: no Java type says \"not\"; describe the "
                + "restriction instead");
  }

  @Test
  void takesAnObjectAnArrayAndANumberApart() {
    assertThat(
            good.with(
                    MEMBERS,
                    MEMBERS
                        + "        - $ref: '#/components/schemas/Owner'\n"
                        + "        - { type: array, items: { type: string } }\n"
                        + "        - type: number\n")
                .lint())
        .isEmpty();
  }

  @Test
  void refusesAMemberThatCanBeNull() {
    assertThat(
            good.with("        - type: boolean\n", "        - { type: boolean, nullable: true }\n")
                .lint())
        .containsExactly(
            "good.yaml:130: union-member Tag: null tells no member; remove \"nullable\" and make the property optional "
                + "where nothing is sent");
  }
}
