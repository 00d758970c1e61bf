package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OperationRulesTest {

  private final SpecText good = SpecText.good();

  @Test
  void refusesAnOperationWithoutId() {
    assertThat(good.with("      operationId: listPets\n", "").lint())
        .contains(
            "good.yaml:8: operation-id get /pets: it names the Java method; add an operationId");
  }

  @Test
  void refusesAnIdThatIsNoMethodName() {
    assertThat(good.with("operationId: listPets", "operationId: list-pets").lint())
        .containsExactly(
            "good.yaml:9: operation-id list-pets: it is the name of the Java method; write it in "
                + "lowerCamelCase");
  }

  @Test
  void refusesTheSameIdTwice() {
    assertThat(
            good.with(
                    "  /pets:\n", "  /animals:\n    get:\n      operationId: listPets\n  /pets:\n")
                .lint())
        .contains(
            "good.yaml:12: operation-id listPets: the operation on line 9 has it too; choose "
                + "another");
  }

  @Test
  void refusesTwoTags() {
    assertThat(good.with("tags: [Pets]", "tags: [Pets, Animals]").lint())
        .containsExactly(
            "good.yaml:10: operation-tag listPets: the tag names the interface that the method "
                + "goes to; give exactly one");
  }

  @Test
  void refusesATagThatIsNotDeclared() {
    assertThat(good.with("tags: [Pets]", "tags: [Cats]").lint())
        .containsExactly(
            "good.yaml:10: operation-tag listPets Cats: it names a Java interface; write it in "
                + "UpperCamelCase and describe it under the tags of the document");
  }

  @Test
  void refusesAnOperationWithoutTag() {
    assertThat(good.with("      tags: [Pets]\n", "").lint())
        .containsExactly(
            "good.yaml:8: operation-tag listPets: the tag names the interface that the method "
                + "goes to; give exactly one");
  }

  @Test
  void refusesAnOperationWithoutPermissions() {
    assertThat(good.with("      x-ofauth-permissions: ['pets:read']\n", "").lint())
        .containsExactly(
            "good.yaml:8: operation-permissions listPets: users must know what a connection "
                + "needs; list it, as in \"x-ofauth-permissions: ['messages:read']\"");
  }

  @Test
  void refusesANamedSchemaForAParameter() {
    assertThat(
            good.with(
                    "schema: { type: string, enum: [recent, who_tipped] }",
                    "schema: { $ref: '#/components/schemas/Kind' }")
                .lint())
        .containsExactly(
            "good.yaml:36: parameter-schema listPets(order): a named schema would become a class "
                + "that no method takes; write the schema out at the parameter");
  }

  @Test
  void refusesAHeaderAsParameter() {
    assertThat(
            good.with("name: order\n          in: query", "name: order\n          in: header")
                .lint())
        .containsExactly(
            "good.yaml:36: parameter-in listPets(order): headers are set by the HTTP stack, not "
                + "by the caller of a method; make it a security scheme or leave it out");
  }

  @Test
  void refusesParametersWithTheSameJavaName() {
    assertThat(good.with("name: order", "name: _limit").lint())
        .containsExactly(
            "good.yaml:36: parameter-collision listPets(_limit): its Java name reads like that of the "
                + "parameter limit; remove one of them");
  }

  @Test
  void refusesAPathParameterThatIsNotInThePath() {
    assertThat(
            good.with(
                    "name: order\n          in: query",
                    "name: order\n          required: true\n          in: path")
                .lint())
        .containsExactly(
            "good.yaml:36: parameter-in listPets(order): a parameter is in the path exactly when "
                + "the path has {order}; correct one of them");
  }

  @Test
  void refusesAPathWithAnOptionalParameter() {
    assertThat(
            good.with("  /pets:\n", "  /pets/{order}:\n")
                .with("name: order\n          in: query", "name: order\n          in: path")
                .lint())
        .containsExactly(
            "good.yaml:36: parameter-in listPets(order): there is no path without it; add "
                + "\"required: true\"");
  }

  @Test
  void refusesAnArrayAsParameter() {
    assertThat(
            good.with(
                    "schema: { type: string, enum: [recent, who_tipped] }",
                    "schema: { type: array, items: { type: string } }")
                .lint())
        .containsExactly(
            "good.yaml:40: parameter-schema listPets(order): a method takes text, a number or a "
                + "boolean, and knows no way to write anything else into a URL; use one of these types");
  }

  @Test
  void refusesAPathWithAPlaceholderThatNoParameterFills() {
    assertThat(good.with("  /pets:\n", "  /owners/{ownerId}/pets:\n").lint())
        .containsExactly(
            "good.yaml:8: parameter-in listPets(ownerId): the path has {ownerId} and the method nothing to put there; "
                + "add the parameter");
  }
}
