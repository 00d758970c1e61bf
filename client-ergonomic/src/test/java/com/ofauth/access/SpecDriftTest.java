package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.ofauth.access.SpecConformanceTest.EnumOfSpec;
import com.ofauth.access.SpecConformanceTest.RequestOfQuery;
import org.junit.jupiter.api.Test;

/** What {@link SpecConformanceTest} says of a spec that has moved: a small one, made for this. */
final class SpecDriftTest {
  private static final String SPEC =
      """
      paths:
        /v2/access/mass-messages:
          get:
            operationId: listMassMessages
            parameters:
              - name: limit
                in: query
                schema: { type: integer }
              - name: offset
                in: query
                schema: { type: integer }
              - name: type
                in: query
                schema: { type: string, enum: [red, blue] }
      """;

  private static final EnumOfSpec COLOURS =
      EnumOfSpec.of("listMassMessages", "type", Colour.class, Colour::value);
  private static final RequestOfQuery MASS_MESSAGES =
      RequestOfQuery.of(
          MassMessages.LIST,
          MassMessageListQuery.builder().status(MassMessageStatus.UNSENT).build());

  enum Colour {
    RED("red"),
    BLUE("blue");

    private final String value;

    Colour(String value) {
      this.value = value;
    }

    public String value() {
      return value;
    }
  }

  @Test
  void saysNothingOfASpecThatIsMatched() {
    SpecPlaces spec = new SpecPlaces(SPEC);

    assertThat(SpecConformanceTest.constants(spec, COLOURS)).isEmpty();
    assertThat(SpecConformanceTest.parameters(spec, MASS_MESSAGES)).isEmpty();
    assertThat(SpecConformanceTest.operations(spec)).isEmpty();
  }

  @Test
  void namesTheLineOfAConstantThatIsMissingAndOfOneTooMany() {
    assertThat(SpecConformanceTest.constants(with("[red, blue]", "[red, green]"), COLOURS))
        .satisfiesExactly(
            gone ->
                assertThat(gone)
                    .matches(
                        "client-ergonomic/.*/SpecDriftTest\\.java:\\d+: remove Colour.BLUE: .*"),
            added ->
                assertThat(added)
                    .matches(
                        "client-ergonomic/.*/SpecDriftTest\\.java:\\d+: add a constant to Colour for 'green'.*"));
  }

  @Test
  void namesTheLineOfAParameterThatIsMissingAndOfOneTooMany() {
    assertThat(SpecConformanceTest.parameters(with("name: offset", "name: before"), MASS_MESSAGES))
        .satisfiesExactly(
            added ->
                assertThat(added)
                    .matches(
                        ".*MassMessageListQuery\\.java:\\d+: add a builder method for 'before'.*"),
            gone ->
                assertThat(gone).matches(".*MassMessageListQuery\\.java:\\d+: remove 'offset'.*"));
  }

  @Test
  void namesTheLineOfAnOperationWithoutAQuery() {
    assertThat(SpecConformanceTest.operations(with("listMassMessages", "listThings")))
        .singleElement(STRING)
        .startsWith("openapi/ofauth-access.yaml:4: listThings has no query class yet");
  }

  @Test
  void namesTheLineOfAnEnumThatIsNotWritten() {
    assertThat(
            SpecConformanceTest.enumParameters(
                with(
                    "name: offset\n          in: query\n          schema: { type: integer }",
                    "name: offset\n          in: query\n          schema: { type: string, enum: [a] }")))
        .singleElement(STRING)
        .startsWith("openapi/ofauth-access.yaml:9: 'offset' of listMassMessages has no enum yet");
  }

  private static SpecPlaces with(String part, String to) {
    assertThat(SPEC).contains(part);
    return new SpecPlaces(SPEC.replace(part, to));
  }
}
