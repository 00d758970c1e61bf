package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            "good.yaml:133: union-member Badge #/components/schemas/Owner: the same member stands "
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
            "good.yaml:133: union-member Badge #/components/schemas/Animal: like the member on line "
                + "132 it is JSON of the kind object, so a reader can not tell them apart; make one "
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
            "good.yaml:135: union-member Badge: like the member on line 134 it is JSON of the "
                + "kind number, so a reader can not tell them apart; make one schema of both, with "
                + "optional properties");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ type: object }",
        "{ type: object, properties: {} }",
        "{ type: object, additionalProperties: { type: string } }",
        "{ type: array, items: { type: string } }",
        "{ type: string, format: date-time }",
        "{ $ref: '#/components/schemas/Kind' }",
        "{ $ref: '#/components/schemas/Badge' }",
      })
  void refusesAMemberThatNoReaderIsGeneratedFor(String member) {
    assertThat(good.with(MEMBERS, MEMBERS + "        - " + member + "\n").lint())
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .startsWith("good.yaml:134: union-member Badge")
                    .endsWith(
                        ": it is none of boolean, number, string without format and enum, and object with properties;"
                            + " make it one of these, or leave the type of the union out to take any JSON"));
  }

  @Test
  void refusesAnyOf() {
    assertThat(good.with("oneOf:", "anyOf:").lint())
        .containsExactly(
            "good.yaml:131: union-shape Badge: a value could be several members of an \"anyOf\" at once; write"
                + " \"oneOf\"");
  }

  @Test
  void refusesAUnionOfOne() {
    assertThat(good.with(MEMBERS, "        - type: boolean\n").lint())
        .containsExactly(
            "good.yaml:131: union-shape Badge: one member makes no union; use that schema itself");
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
            "good.yaml:133: union-shape Badge: it stands beside \"type\", and a union class holds a "
                + "member and nothing else; separate them");
  }

  @Test
  void refusesNot() {
    assertThat(
            good.with("notes: { description", "notes: { not: { type: string }, description").lint())
        .containsExactly(
            "good.yaml:112: union-shape Animal.notes: no Java type says \"not\"; describe the "
                + "restriction instead");
  }

  @Test
  void takesAnObjectAndANumberApart() {
    assertThat(
            good.with(
                    MEMBERS,
                    MEMBERS
                        + "        - $ref: '#/components/schemas/Owner'\n"
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
            "good.yaml:132: union-member Badge: null tells no member; remove \"nullable\" and make the property optional "
                + "where nothing is sent");
  }
}
