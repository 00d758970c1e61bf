package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DescriptionRulesTest {

  private final SpecText good = SpecText.good();

  @Test
  void refusesASchemaWithoutDescription() {
    assertThat(good.with("      description: A person.\n", "").lint())
        .containsExactly(
            "good.yaml:118: description Owner: it becomes Javadoc; say what it means, with its "
                + "unit and its range");
  }

  @Test
  void refusesAPropertyWithABlankDescription() {
    assertThat(good.with("description: Kilograms.", "description: ''").lint())
        .containsExactly(
            "good.yaml:111: description Animal.weight: it becomes Javadoc; say what it means, "
                + "with its unit and its range");
  }

  @Test
  void refusesAnOperationWithoutDescription() {
    assertThat(good.with("      description: Lists pets.\n", "").lint())
        .containsExactly(
            "good.yaml:8: description listPets: it becomes Javadoc; say what it means, with its "
                + "unit and its range");
  }

  @Test
  void refusesAParameterWithoutDescription() {
    assertThat(good.with("          description: Sort order.\n", "").lint())
        .containsExactly(
            "good.yaml:36: description listPets(order): it becomes Javadoc; say what it means, "
                + "with its unit and its range");
  }

  @Test
  void refusesAResponseWithoutDescription() {
    assertThat(good.with("          description: A page.\n", "").lint())
        .containsExactly(
            "good.yaml:42: description listPets 200: it becomes Javadoc; say what it means, with "
                + "its unit and its range");
  }

  @Test
  void refusesATagWithoutDescription() {
    assertThat(good.with("    description: Animals.\n", "").lint())
        .containsExactly(
            "good.yaml:4: description tag Pets: it becomes Javadoc; say what it means, with its "
                + "unit and its range");
  }

  @Test
  void refusesAHeaderWithoutDescription() {
    assertThat(good.with("      description: A figure.\n", "").lint())
        .containsExactly(
            "good.yaml:67: description headers/Figure: it becomes Javadoc; say what it means, "
                + "with its unit and its range");
  }
}
