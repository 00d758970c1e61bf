package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SecurityRulesTest {

  private static final String SECURITY = "      security:\n        - key: []\n";

  private final SpecText good = SpecText.good();

  @Test
  void refusesAnOperationWithoutSecurity() {
    assertThat(good.with(SECURITY, "").lint())
        .containsExactly(
            "good.yaml:8: security-missing listPets: the method takes one argument per secret "
                + "header; declare one requirement that holds all its schemes (two list items would "
                + "mean either of them)");
  }

  @Test
  void refusesEmptySecurity() {
    assertThat(good.with(SECURITY, "      security: []\n").lint())
        .containsExactly(
            "good.yaml:24: security-missing listPets: the method takes one argument per secret "
                + "header; declare one requirement that holds all its schemes (two list items would "
                + "mean either of them)");
  }

  @Test
  void refusesSecurityThatLeavesTheChoice() {
    assertThat(good.with(SECURITY, SECURITY + "        - {}\n").lint())
        .containsExactly(
            "good.yaml:24: security-missing listPets: the method takes one argument per secret "
                + "header; declare one requirement that holds all its schemes (two list items would "
                + "mean either of them)");
  }

  @Test
  void refusesAnUnknownScheme() {
    assertThat(good.with("- key: []", "- { key: [], connection: [] }").lint())
        .containsExactly(
            "good.yaml:25: security-unknown listPets connection: there is no such scheme; add it "
                + "to components/securitySchemes or correct the name");
  }

  @Test
  void refusesASchemeThatIsNoHeader() {
    assertThat(
            good.with("key: { type: apiKey, in: header, ", "key: { type: apiKey, in: query, ")
                .lint())
        .containsExactly(
            "good.yaml:65: security-scheme key: the client sends secrets as headers only; make it "
                + "\"type: apiKey\", \"in: header\", with a name of letters, digits and -");
  }

  @Test
  void refusesSecurityOfTheWholeDocument() {
    assertThat(good.with("paths:\n", "security: [{ key: [] }]\npaths:\n").lint())
        .containsExactly(
            "good.yaml:6: security-global security: tools that compare specs miss changes to it; "
                + "declare security on each operation");
  }
}
