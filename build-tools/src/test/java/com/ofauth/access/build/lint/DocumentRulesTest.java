package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DocumentRulesTest {

  private final SpecText good = SpecText.good();

  @Test
  void refusesOtherVersionsOfOpenApi() {
    assertThat(good.with("openapi: 3.0.3", "openapi: 3.1.0").lint())
        .containsExactly(
            "good.yaml:1: openapi-version 3.1.0: the templates and the tools that compare specs know OpenAPI 3.0 only;"
                + " write \"openapi: 3.0.3\"");
  }

  @Test
  void refusesTheSameKeyTwice() {
    assertThat(good.with("    Kind:\n", "    Kind:\n      description: First.\n").lint())
        .containsExactly(
            "good.yaml:127: duplicate-key description: the same key stands on line 125, and a "
                + "reader keeps only one of them; merge or rename them");
  }

  @Test
  void refusesAnchorsAndAliases() {
    assertThat(
            good.with(
                    "photo: { type: string, description: URL of a picture. }",
                    "photo: &text { type: string, description: Text. }\n        name: *text")
                .lint())
        .containsExactly(
            "good.yaml:123: yaml-anchor &text: some YAML readers take an alias for text; use $ref "
                + "to a component, or write it out");
  }

  @Test
  void refusesACircleOfAliasesAndEnds() {
    assertThat(
            good.with("      oneOf:\n", "      oneOf: &circle\n        - oneOf: *circle\n").lint())
        .containsExactly(
            "good.yaml:131: yaml-anchor &circle: some YAML readers take an alias for text; use "
                + "$ref to a component, or write it out");
  }

  @Test
  void refusesTextThatSomeReadersTakeForADate() {
    assertThat(good.with("name: Minka", "name: 2024-01-15").lint())
        .containsExactly(
            "good.yaml:143: yaml-timestamp 2024-01-15: some YAML readers make a date of it; put "
                + "it in quotes to keep it text");
  }

  @Test
  void tellsWhereTheYamlIsBroken() {
    assertThat(good.with("info: { title: Pets, version: 1.0.0 }", "info: { title: Pets").lint())
        .containsExactly(
            "good.yaml:3: yaml-syntax expected ',' or '}', but got :: it can not be read as YAML; correct it");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(SpecLint.lint("good.yaml", ""))
        .containsExactly(
            "good.yaml:1: yaml-syntax nothing: the file is empty; write an OpenAPI document");
  }

  @Test
  void refusesCharactersThatYamlDoesNotHave() {
    assertThat(good.with("name: Minka", "name: \u0007").lint())
        .singleElement()
        .asString()
        .startsWith("good.yaml:1: yaml-syntax ")
        .endsWith(": it can not be read as YAML; correct it");
  }
}
