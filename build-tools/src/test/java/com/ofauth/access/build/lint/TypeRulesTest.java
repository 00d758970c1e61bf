package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TypeRulesTest {

  private final SpecText good = SpecText.good();

  @Test
  void refusesAnIntegerWithoutFormat() {
    assertThat(good.with("id: { type: integer, format: int64, ", "id: { type: integer, ").lint())
        .containsExactly(
            "good.yaml:122: integer-format Owner.id: its Java type would be a guess; write "
                + "\"format: int64\" for ids, offsets and sizes in bytes, or \"format: int32\" for "
                + "counts");
  }

  @Test
  void refusesAnIntegerOfAnUnknownFormat() {
    assertThat(
            good.with("id: { type: integer, format: int64, ", "id: { type: integer, format: id, ")
                .lint())
        .containsExactly(
            "good.yaml:122: integer-format Owner.id: its Java type would be a guess; write "
                + "\"format: int64\" for ids, offsets and sizes in bytes, or \"format: int32\" for "
                + "counts");
  }

  @Test
  void refusesANumberWithTheFormatOfAnInteger() {
    assertThat(
            good.with("weight: { type: number, ", "weight: { type: number, format: int64, ").lint())
        .containsExactly(
            "good.yaml:111: number-format Animal.weight: a number is a float, a double, or "
                + "(without a format) a BigDecimal; use \"type: integer\" for whole numbers");
  }

  @Test
  void refusesAListOfTypes() {
    assertThat(good.with("name: { type: string, ", "name: { type: [string, 'null'], ").lint())
        .containsExactly(
            "good.yaml:22: paging-value listPets itemVersion: name: it does not lead to text or "
                + "an integer, which can be compared; correct the path",
            "good.yaml:108: type-unknown Animal.name: OpenAPI 3.0 knows one of object, array, "
                + "string, integer, number, boolean; for null write \"nullable: true\"");
  }

  @Test
  void refusesPropertiesWithoutTheTypeObject() {
    assertThat(good.with("    Owner:\n      type: object\n", "    Owner:\n").lint())
        .containsExactly(
            "good.yaml:119: type-missing Owner: \"required\" says nothing about a schema of "
                + "another type; add \"type: object\"",
            "good.yaml:120: type-missing Owner: \"properties\" says nothing about a schema of "
                + "another type; add \"type: object\"");
  }

  @Test
  void refusesItemsWithoutTheTypeArray() {
    assertThat(good.with("          type: array\n", "").lint())
        .containsExactly(
            "good.yaml:18: paging-value listPets items: list: the property \"list\" of the "
                + "response is not of type array",
            "good.yaml:91: type-missing PetPage.list: \"items\" says nothing about a schema of "
                + "another type; add \"type: array\"");
  }

  @Test
  void refusesAnArrayWithoutItems() {
    assertThat(good.with("name: { type: string, ", "name: { type: array, ").lint())
        .containsExactly(
            "good.yaml:22: paging-value listPets itemVersion: name: it does not lead to text or "
                + "an integer, which can be compared; correct the path",
            "good.yaml:108: array-items Animal.name: an array without \"items\" has no element "
                + "type; add them",
            "good.yaml:143: example-invalid listPets 200 one: $.list[0].name: string found, array "
                + "expected; correct the example or the schema");
  }

  @Test
  void refusesNullableWithoutType() {
    assertThat(good.with("notes: { description", "notes: { nullable: true, description").lint())
        .containsExactly(
            "good.yaml:112: nullable-type Animal.notes: OpenAPI 3.0 heeds it only beside a type; "
                + "add the type, or remove it where any JSON value is meant");
  }

  @Test
  void refusesNullableAsText() {
    assertThat(
            good.with("nullable: true", "nullable: 'true'")
                .with("weight: null", "weight: 4.5")
                .lint())
        .containsExactly(
            "good.yaml:111: nullable-value Animal.weight: it is a switch; write \"nullable: "
                + "true\" or remove it");
  }

  @Test
  void refusesAnExclusiveBoundInTheWayOfOpenApi31() {
    assertThat(
            good.with("maximum: 20, default: 10", "maximum: 20, exclusiveMinimum: 0, default: 10")
                .lint())
        .containsExactly(
            "good.yaml:30: exclusive-bound parameter limit: in OpenAPI 3.0 it is a switch beside "
                + "minimum or maximum; for an integer move the bound by one instead");
  }

  @Test
  void refusesADiscriminator() {
    assertThat(
            good.with(
                    "      oneOf:\n", "      discriminator: { propertyName: kind }\n      oneOf:\n")
                .lint())
        .containsExactly(
            "good.yaml:131: discriminator Badge: unions are told apart by their JSON token; remove "
                + "it, or make one schema with optional properties");
  }

  @Test
  void refusesAKeywordWithAnotherKindOfValue() {
    assertThat(good.with("required: [id]", "required: id").lint())
        .contains(
            "good.yaml:120: keyword-shape Owner required: its value has to be a sequence, and a reader fails or "
                + "ignores it otherwise; correct it");
  }
}
