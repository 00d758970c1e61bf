package com.ofauth.access.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpecLintTest {

  @Test
  void passesAGoodSpec() {
    assertThat(SpecText.good().lint()).isEmpty();
  }
}
