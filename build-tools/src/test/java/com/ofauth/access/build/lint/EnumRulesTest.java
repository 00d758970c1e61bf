package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EnumRulesTest {

  private static final String KIND = "enum: [cat, guinea_pig]";

  private final SpecText good = SpecText.good();

  @Test
  void refusesNumericEnums() {
    assertThat(
            good.with(
                    "schema: { type: string, enum: [recent, who_tipped] }",
                    "schema: { type: integer, format: int32, enum: [1] }")
                .lint())
        .containsExactly(
            "good.yaml:40: enum-type parameter order: an enum is text on the wire; add \"type: "
                + "string\"",
            "good.yaml:40: enum-value parameter order 1: it is not a string, and numbers, "
                + "booleans and null make no Java constants; quote it if the API sends text, else drop "
                + "the enum and describe the values");
  }

  @Test
  void refusesValuesThatYamlReadsAsOtherThanText() {
    assertThat(good.with(KIND, "enum: [cat, true, 7, null]").lint())
        .containsExactly(
            "good.yaml:128: enum-value Kind true: it is not a string, and numbers, booleans and "
                + "null make no Java constants; quote it if the API sends text, else drop the enum and "
                + "describe the values",
            "good.yaml:128: enum-value Kind 7: it is not a string, and numbers, booleans and null "
                + "make no Java constants; quote it if the API sends text, else drop the enum and "
                + "describe the values",
            "good.yaml:128: enum-value Kind null: it is not a string, and numbers, booleans and "
                + "null make no Java constants; quote it if the API sends text, else drop the enum and "
                + "describe the values");
  }

  @Test
  void refusesValuesWithTheSameConstant() {
    assertThat(good.with(KIND, "enum: [cat, guinea_pig, guinea-pig, cat]").lint())
        .containsExactly(
            "good.yaml:128: enum-collision Kind \"guinea-pig\": its Java constant reads like "
                + "that of \"guinea_pig\"; drop the enum and describe the values",
            "good.yaml:128: enum-collision Kind \"cat\": its Java constant reads like that of \"cat\"; "
                + "drop the enum and describe the values");
  }

  @Test
  void refusesAValueWithTheConstantForUnknownValues() {
    assertThat(good.with(KIND, "enum: [cat, unknown_to_sdk_version]").lint())
        .containsExactly(
            "good.yaml:128: enum-collision Kind \"unknown_to_sdk_version\": its Java constant "
                + "reads like that of the constant for unknown values; drop the enum and describe the values");
  }

  @Test
  void refusesAnEnumWithoutValues() {
    assertThat(good.with("enum: [recent, who_tipped]", "enum: []").lint())
        .containsExactly(
            "good.yaml:40: enum-value parameter order: no value at all is allowed; list the "
                + "values or drop the enum");
  }

  @Test
  void refusesAnEnumOfResponsesThatIsNotMarkedAsOpen() {
    assertThat(good.with("x-ofauth-open-enum: true", "x-ofauth-open-enum: false").lint())
        .containsExactly(
            "good.yaml:128: enum-open Kind: the API adds values without notice; say so with "
                + "\"x-ofauth-open-enum: true\" and in the description");
  }

  @Test
  void refusesTheMarkWithoutAnEnum() {
    assertThat(good.with("      " + KIND + "\n", "").lint())
        .containsExactly(
            "good.yaml:125: enum-open Kind: it has no \"enum\" that could be open; remove "
                + "x-ofauth-open-enum");
  }

  @Test
  void refusesAnInlineEnumInAResponse() {
    assertThat(
            good.with("error: { type: string, ", "error: { type: string, enum: [Not found], ")
                .lint())
        .containsExactly(
            "good.yaml:138: enum-unnamed ErrorResponse.error: the generator would invent a name "
                + "for the type; move the enum to components/schemas and refer to it");
  }
}
