package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ObjectRulesTest {

  private static final String PHOTO = "photo: { type: string, description: URL of a picture. }";

  private final SpecText good = SpecText.good();

  @Test
  void refusesAnInlineObjectInAProperty() {
    assertThat(
            good.with(
                    PHOTO,
                    "photo: { type: object, description: A., properties: { url: { type: string, description: U. } } }")
                .with("photo: https://cdn.example.com/p.jpg?size=1", "photo: {}")
                .lint())
        .containsExactly(
            "good.yaml:123: object-unnamed Owner.photo: the generator would invent a class name "
                + "that changes with its place; move it to components/schemas and refer to it");
  }

  @Test
  void refusesAnInlineObjectInAnArray() {
    assertThat(
            good.with(
                    "items: { $ref: '#/components/schemas/Pet' }",
                    "items: { allOf: [{ $ref: '#/components/schemas/Pet' }] }")
                .lint())
        .containsExactly(
            "good.yaml:92: object-unnamed PetPage.list[]: the generator would invent a class name "
                + "that changes with its place; move it to components/schemas and refer to it");
  }

  @Test
  void refusesAnInlineObjectAsTheValueOfAMap() {
    assertThat(
            good.with(
                    "additionalProperties: { type: string }",
                    "additionalProperties: { type: object, properties: { a: { type: string, description: A. } } }")
                .lint())
        .containsExactly(
            "good.yaml:116: object-unnamed Animal.labels{}: the generator would invent a class "
                + "name that changes with its place; move it to components/schemas and refer to it");
  }

  @Test
  void refusesAnInlineUnion() {
    assertThat(
            good.with(
                    PHOTO,
                    "photo: { description: A., oneOf: [{ type: string }, { type: boolean }] }")
                .lint())
        .containsExactly(
            "good.yaml:123: object-unnamed Owner.photo: the generator would invent a class name "
                + "that changes with its place; move it to components/schemas and refer to it");
  }

  @Test
  void refusesARequiredPropertyThatDoesNotExist() {
    assertThat(good.with("required: [id]", "required: [id, nmae]").with(PHOTO, PHOTO).lint())
        .contains(
            "good.yaml:120: required-unknown Owner.nmae: it is required and not among the "
                + "properties; add it there or correct the name");
  }

  @Test
  void refusesARequiredPropertyThatNoPartOfAnAllOfHas() {
    assertThat(good.with("required: [owner]", "required: [owner, name, chip]").lint())
        .contains(
            "good.yaml:100: required-unknown Pet.chip: it is required and not among the "
                + "properties; add it there or correct the name");
  }

  @Test
  void refusesPropertiesWithTheSameAccessor() {
    assertThat(
            good.with(PHOTO, PHOTO + "\n        _photo: { type: string, description: Other. }")
                .lint())
        .containsExactly(
            "good.yaml:124: property-collision Owner._photo: its accessor reads like that of "
                + "\"photo\" on line 123; leave one of them out, unknown properties are kept anyway");
  }

  @Test
  void refusesAPropertyThatTwoPartsOfAnAllOfDeclare() {
    assertThat(
            good.with(
                    "            owner: { $ref: '#/components/schemas/Owner' }",
                    "            owner: { $ref: '#/components/schemas/Owner' }\n            name: { type: string, description: N. }")
                .lint())
        .containsExactly(
            "good.yaml:103: property-collision Pet.name: its accessor reads like that of \"name\" "
                + "on line 109; leave one of them out, unknown properties are kept anyway");
  }

  @Test
  void refusesAPropertyNameWithoutLetterOrDigit() {
    assertThat(
            good.with(PHOTO, PHOTO + "\n        '$': { type: string, description: Other. }").lint())
        .containsExactly(
            "good.yaml:124: property-name Owner.$: an accessor is named after ASCII letters and digits, with _ $ . - or "
                + "blanks between them; leave it out, unknown properties are kept anyway");
  }

  @Test
  void refusesSchemaNamesThatAreNoClassNames() {
    assertThat(good.withAll("Owner", "pet-owner").lint())
        .containsExactly(
            "good.yaml:117: schema-name pet-owner: it is the name of the Java class; use letters "
                + "and digits in UpperCamelCase");
  }

  @Test
  void refusesSchemaNamesOfJavaLang() {
    assertThat(good.withAll("Owner", "String").lint())
        .containsExactly(
            "good.yaml:117: schema-name String: it is the name of the Java class, and generated code knows another "
                + "class or a keyword of that name; rename it, the wire does not see it");
  }

  @Test
  void refusesSchemaNamesThatDifferOnlyInCase() {
    assertThat(good.withAll("Owner", "KInd").lint())
        .containsExactly(
            "good.yaml:124: schema-name Kind: its file would overwrite that of KInd where file "
                + "names have no case; rename one of them");
  }
}
