package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ResponseRulesTest {

  private static final String EXAMPLES =
      "              examples:\n                one: { $ref: '#/components/examples/OnePet' }\n";

  private final SpecText good = SpecText.good();

  @Test
  void refusesAnOperationThatNeverSucceeds() {
    assertThat(good.with("'200':", "'302':").lint())
        .contains(
            "good.yaml:8: response-success listPets: without a response of 200 to 299 there is "
                + "nothing to decode; add one with a schema and an example");
  }

  @Test
  void refusesAnInlineSchemaOfSuccess() {
    assertThat(
            good.with(
                    "schema: { $ref: '#/components/schemas/PetPage' }",
                    "schema: { type: array, items: { $ref: '#/components/schemas/PetPage' } }")
                .lint())
        .contains(
            "good.yaml:42: response-schema listPets 200: the method returns a named model; refer to an object "
                + "with properties in components/schemas");
  }

  @Test
  void refusesAResponseWithoutExample() {
    assertThat(good.with(EXAMPLES, "").lint())
        .contains(
            "good.yaml:42: response-example listPets 200: tests, mocks and readers live on "
                + "examples; add a realistic one");
  }

  @Test
  void refusesAnErrorOfAnotherSchema() {
    assertThat(
            good.with(
                    "        '504': { $ref: '#/components/responses/Error' }",
                    "        '504': { $ref: '#/components/responses/Late' }")
                .with(
                    "  schemas:\n",
                    "    Late:\n      description: Late.\n      headers:\n        X-RateLimit-Limit: { $ref: '#/components/headers/Figure' }\n        X-RateLimit-Remaining: { $ref: '#/components/headers/Figure' }\n        X-RateLimit-Reset: { $ref: '#/components/headers/Figure' }\n      content:\n        application/json:\n          schema: { $ref: '#/components/schemas/Owner' }\n          example: { id: 1 }\n  schemas:\n")
                .lint())
        .containsExactly(
            "good.yaml:62: response-error listPets 504: the client reads every error in one way; "
                + "its schema has to be #/components/schemas/ErrorResponse");
  }

  @Test
  void refusesAContentThatIsNotJson() {
    assertThat(
            good.with(
                    "            application/json:\n              schema",
                    "            text/html:\n              schema")
                .lint())
        .contains(
            "good.yaml:42: response-content listPets 200: the client reads JSON; give it "
                + "application/json and no other");
  }

  @Test
  void refusesAnOperationThatLeavesOutStatuses() {
    assertThat(
            good.with("        '422': { $ref: '#/components/responses/Error' }\n", "")
                .with("        '504': { $ref: '#/components/responses/Error' }\n", "")
                .lint())
        .containsExactly(
            "good.yaml:8: response-statuses listPets 422, 504: every call can end so; refer to "
                + "the response of that status in components/responses");
  }

  @Test
  void refusesAResponseWithoutTheHeadersOfTheRateLimit() {
    assertThat(
            good.with(
                    "            X-RateLimit-Reset: { $ref: '#/components/headers/Figure' }\n", "")
                .lint())
        .containsExactly(
            "good.yaml:42: response-headers listPets 200 X-RateLimit-Reset: the rate limiter "
                + "reads them from every response; refer to components/headers");
  }

  @Test
  void refusesStatus429WithoutRetryAfter() {
    assertThat(
            good.with("        Retry-After: { $ref: '#/components/headers/Figure' }\n", "").lint())
        .containsExactly(
            "good.yaml:58: response-headers listPets 429 Retry-After: the rate limiter reads them "
                + "from every response; refer to components/headers");
  }
}
