package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExampleRulesTest {

  private final SpecText good = SpecText.good();

  @Test
  void refusesAnExampleOfAnotherTypeAndNamesItsLine() {
    assertThat(good.with("id: 5483920175", "id: '5483920175'").lint())
        .containsExactly(
            "good.yaml:149: example-invalid listPets 200 one: $.list[0].owner.id: string found, "
                + "integer expected; correct the example or the schema");
  }

  @Test
  void refusesAnExampleThatLacksARequiredProperty() {
    assertThat(
            good.with("          - name: Minka\n            kind: cat\n", "          - kind: cat\n")
                .lint())
        .containsExactly(
            "good.yaml:143: example-invalid listPets 200 one: $.list[0]: required property 'name' "
                + "not found; correct the example or the schema");
  }

  @Test
  void refusesNullWhereItIsNotAllowed() {
    assertThat(good.with("kind: cat", "kind: null").lint())
        .contains(
            "good.yaml:144: example-invalid listPets 200 one: $.list[0].kind: null found, string "
                + "expected; correct the example or the schema");
  }

  @Test
  void refusesAnExampleThatNoMemberOfAUnionTakes() {
    assertThat(good.with("tag: true", "tag: 7").lint())
        .contains(
            "good.yaml:145: example-invalid listPets 200 one: $.list[0].tag: must be valid to one "
                + "and only one schema, but 0 are valid; correct the example or the schema");
  }

  @Test
  void refusesAnIntegerThatIsTooBigForItsFormat() {
    assertThat(good.with("example: 90", "example: 5000000000").lint())
        .containsExactly(
            "good.yaml:70: example-invalid header Figure example: $: does not match the int32 "
                + "pattern; correct the example or the schema");
  }

  @Test
  void refusesADefaultOutsideTheRange() {
    assertThat(good.with("default: 10", "default: 21").lint())
        .containsExactly(
            "good.yaml:30: example-invalid parameter limit default: $: must have a maximum value "
                + "of 20; correct the example or the schema");
  }

  @Test
  void refusesTheExampleOfAParameter() {
    assertThat(good.with("example: 40", "example: forty").lint())
        .containsExactly(
            "good.yaml:35: example-invalid listPets(offset) example: $: string found, integer "
                + "expected; correct the example or the schema");
  }

  @Test
  void refusesTheExampleOfAnError() {
    assertThat(good.with("example: { error: Not found }", "example: { error: 404 }").lint())
        .contains(
            "good.yaml:82: example-invalid responses/Error example: $.error: integer found, "
                + "string expected; correct the example or the schema");
  }

  @Test
  void refusesPlaceholders() {
    assertThat(good.with("name: Minka", "name: <string>").lint())
        .containsExactly(
            "good.yaml:143: example-placeholder listPets 200 one \"<string>\": it says nothing "
                + "about what the API sends; write a value that could be real");
  }

  @Test
  void refusesHostsThatSomebodyMayOwn() {
    assertThat(
            good.with("https://cdn.example.com/p.jpg?size=1", "https://cdn.pets.com/p.jpg").lint())
        .containsExactly(
            "good.yaml:150: example-host listPets 200 one cdn.pets.com: somebody may own that "
                + "name; use a reserved one such as cdn.example.com");
  }
}
