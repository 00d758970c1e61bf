package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SdkRulesTest {
  private static final String ID = "      operationId: listPets\n";
  private static final String SORT = "          description: Sort order.\n";

  private final SpecText good = SpecText.good();

  @Test
  void refusesMethodsThatJavaOrEveryObjectHas() {
    assertThat(good.with(ID, ID + "      x-ofauth-name: notify\n").lint())
        .containsExactly(
            "good.yaml:10: sdk-name listPets notify: it is the name of a Java method; choose another in"
                + " lowerCamelCase, by x-ofauth-name");
    assertThat(good.with(ID, ID + "      x-ofauth-name: List\n").lint())
        .containsExactly(
            "good.yaml:10: sdk-name listPets List: it is the name of a Java method; choose another in"
                + " lowerCamelCase, by x-ofauth-name");
  }

  @Test
  void refusesTwoMethodsOfOneNameInAnEntry() {
    assertThat(
            good.with(ID, ID + "      x-ofauth-name: sync\n")
                .with("itemVersion: name\n", "itemVersion: name\n        changes: the new pets.\n")
                .lint())
        .containsExactly(
            "good.yaml:10: sdk-name listPets sync: listPets has a method of that name in Pets too;"
                + " choose another by x-ofauth-name");
  }

  @Test
  void refusesParametersNamedLikeASettingOfEveryQuery() {
    assertThat(good.with("- name: order", "- name: page_size").lint())
        .containsExactly(
            "good.yaml:36: sdk-name listPets(page_size) pageSize: every query has a method of that"
                + " name; choose another by x-ofauth-name");
    assertThat(good.with(SORT, SORT + "          x-ofauth-name: class\n").lint())
        .containsExactly(
            "good.yaml:39: sdk-name listPets(order) class: it is no name of a Java method; give it one"
                + " in lowerCamelCase, by x-ofauth-name");
  }

  @Test
  void refusesAValueThatNobodyDescribesAndADescriptionWithoutAValue() {
    assertThat(good.with("{ recent: New.,", "{ old: Old.,").lint())
        .containsExactly(
            "good.yaml:39: sdk-value listPets(order) old: the enum has no such value; remove it",
            "good.yaml:40: sdk-value listPets(order) recent: its constant has no Javadoc; say what the"
                + " value means under x-ofauth-values of the parameter");
  }

  @Test
  void refusesAnEntryWithTheNameOfAModel() {
    assertThat(
            good.with("  - name: Pets", "  - name: Owner")
                .with("tags: [Pets]", "tags: [Owner]")
                .lint())
        .containsExactly(
            "good.yaml:4: sdk-name tag Owner: the entry and the model of that name would be taken for"
                + " each other; rename one of them");
  }

  @Test
  void refusesAnObjectThatIsNoneAndParametersThatItCanDoWithout() {
    SpecText object =
        good.with(
            "  /pets:\n",
            """
              /pets/{id}:
                get:
                  operationId: getPet
                  tags: [Pets]
                  description: One.
                  parameters:
                    - { name: id, in: path, required: true, description: Id., schema: { type: integer, format: int64 } }
                    - { name: form, in: query, description: Form., schema: { type: string } }
                  responses:
                    '200': { description: One., content: { application/json: { schema: { type: array } } } }
              /pets:
            """);

    assertThat(object.lint())
        .contains(
            "good.yaml:8: sdk-response getPet: the SDK gives the object that a response holds; let it"
                + " answer with an object with properties",
            "good.yaml:14: sdk-parameter getPet(form): a method for one object takes what is required"
                + " and nothing else; make it required, or leave it out");
  }

  @Test
  void refusesTwoParametersOfOneName() {
    assertThat(good.with(SORT, SORT + "          x-ofauth-name: offset\n").lint())
        .containsExactly(
            "good.yaml:39: sdk-name listPets(order) offset: another parameter has that name in Java;"
                + " choose another by x-ofauth-name");
  }
}
