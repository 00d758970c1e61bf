package com.ofauth.access.build.diff;

import static com.ofauth.access.build.diff.Impact.ADDITIVE;
import static com.ofauth.access.build.diff.Impact.BREAKING;
import static com.ofauth.access.build.diff.Impact.COSMETIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes of a schema, one at a time, and what each is told as: for a schema that only requests
 * hold, that only responses hold, that both hold, and for a parameter.
 */
final class DirectionTableTest {
  /** Nothing is told. */
  private static final String NOTHING = "";

  /** The Java type of the model changes as well, whoever sends it. */
  private static final boolean JAVA = true;

  private static final boolean SAME_JAVA = false;

  /**
   * @param part the schema of a property, before and after
   * @param sent what it means in a request
   * @param received what it means in a response
   * @param otherJava whether code that uses the model no longer compiles, or works otherwise
   * @param told what the text has
   */
  private record Row(
      List<String> part, Impact sent, Impact received, boolean otherJava, String told) {}

  private static Row row(
      String was, String is, Impact sent, Impact received, boolean otherJava, String told) {
    return new Row(List.of(was, is), sent, received, otherJava, told);
  }

  /** A rule that is there or not: to add it narrows, to remove it widens. */
  private static Stream<Row> rule(String type, String rule) {
    String key = rule.substring(0, rule.indexOf(':'));
    String with = type + ", " + rule;
    return Stream.of(
        row(type, with, BREAKING, ADDITIVE, SAME_JAVA, key),
        row(with, type, ADDITIVE, BREAKING, SAME_JAVA, key));
  }

  /** A change that widens, and the same one back. */
  private static Stream<Row> wider(String was, String is, boolean otherJava, String told) {
    return Stream.of(
        row(was, is, ADDITIVE, BREAKING, otherJava, told),
        row(is, was, BREAKING, ADDITIVE, otherJava, told));
  }

  private static Stream<Row> scalars() {
    String text = "type: string";
    String whole = "type: integer, format: int64";
    return Stream.of(
            rule(text, "maxLength: 5"),
            rule(text, "minLength: 1"),
            rule(text, "pattern: '^a'"),
            rule(text, "format: date-time"),
            rule(whole, "minimum: 1"),
            rule(whole, "maximum: 9"),
            rule(whole, "multipleOf: 5"),
            rule("type: number, minimum: 1", "exclusiveMinimum: true"),
            rule("type: number, maximum: 9", "exclusiveMaximum: true"),
            wider(text, text + ", nullable: true", SAME_JAVA, "null"),
            wider(text + ", maxLength: 5", text + ", maxLength: 6", SAME_JAVA, "maxLength is"),
            wider(text + ", minLength: 2", text + ", minLength: 1", SAME_JAVA, "minLength is"),
            wider(whole + ", minimum: 2", whole + ", minimum: 1", SAME_JAVA, "minimum is"),
            wider(whole + ", maximum: 8", whole + ", maximum: 9", SAME_JAVA, "maximum is"),
            wider(whole + ", multipleOf: 4", whole + ", multipleOf: 2", SAME_JAVA, "multipleOf"),
            wider(
                "type: number, minimum: 1",
                "type: number, minimum: 0, exclusiveMinimum: true",
                SAME_JAVA,
                "minimum is"),
            wider("type: integer, format: int32", whole, JAVA, "format"),
            wider("type: number, format: float", "type: number", JAVA, "format"),
            wider(whole, "type: number", JAVA, "a decimal number"),
            Stream.of(
                row(
                    text + ", pattern: a",
                    text + ", pattern: b",
                    BREAKING,
                    BREAKING,
                    SAME_JAVA,
                    "b"),
                row(
                    text + ", format: date",
                    text + ", format: uri",
                    BREAKING,
                    BREAKING,
                    SAME_JAVA,
                    "uri"),
                row(
                    whole + ", multipleOf: 2",
                    whole + ", multipleOf: 3",
                    BREAKING,
                    BREAKING,
                    SAME_JAVA,
                    "multipleOf is 3"),
                row(
                    whole + ", minimum: 1",
                    whole + ", minimum: 0, exclusiveMinimum: true",
                    COSMETIC,
                    COSMETIC,
                    SAME_JAVA,
                    "allows the same values"),
                row(whole, whole + ", multipleOf: 1", COSMETIC, COSMETIC, SAME_JAVA, "multipleOf"),
                row(text, text + ", minLength: 0", COSMETIC, COSMETIC, SAME_JAVA, NOTHING),
                row(text, text + ", deprecated: true", ADDITIVE, ADDITIVE, SAME_JAVA, "deprecated"),
                row(text, text + ", description: A.", COSMETIC, COSMETIC, SAME_JAVA, "description"),
                row(text, text + ", default: a", BREAKING, COSMETIC, SAME_JAVA, "default is a"),
                row(text, "type: boolean", BREAKING, BREAKING, JAVA, "a boolean instead of text")))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> enums() {
    return Stream.of(
            wider("type: string, enum: [a]", "type: string", JAVA, "fixed values"),
            Stream.of(
                row(
                    "type: string, enum: [a]",
                    "type: string, enum: [a, b]",
                    ADDITIVE,
                    BREAKING,
                    SAME_JAVA,
                    "the value b is new"),
                // The constant is gone.
                row(
                    "type: string, enum: [a, b]",
                    "type: string, enum: [a]",
                    BREAKING,
                    ADDITIVE,
                    JAVA,
                    "the value b is gone"),
                row(
                    "type: string, enum: [a, b]",
                    "type: string, enum: [b, a]",
                    COSMETIC,
                    COSMETIC,
                    SAME_JAVA,
                    NOTHING),
                row(
                    "type: string, enum: [a, b], pattern: '^[ab]$'",
                    "type: string, enum: [a, b]",
                    COSMETIC,
                    COSMETIC,
                    SAME_JAVA,
                    "pattern")))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> structures() {
    String list = "type: array, items: { type: string }";
    String map = "type: object, additionalProperties: { type: string }";
    String object = "type: object, properties: { a: { type: string } }";
    return Stream.of(
            rule(list, "minItems: 1"),
            rule(list, "maxItems: 9"),
            rule(list, "uniqueItems: true"),
            rule(map, "minProperties: 1"),
            rule(map, "maxProperties: 9"),
            rule(object, "required: [a]")
                .map(
                    row ->
                        new Row(row.part(), row.sent(), row.received(), row.otherJava(), ".a()")),
            rule(object, "additionalProperties: false")
                .map(
                    row ->
                        new Row(
                            row.part(),
                            row.sent(),
                            row.received(),
                            row.otherJava(),
                            "further properties")),
            wider(
                list,
                "type: array, items: { type: string, nullable: true }",
                SAME_JAVA,
                "an element of"),
            wider(
                map,
                "type: object, additionalProperties: { type: string, nullable: true }",
                SAME_JAVA,
                "a value of"),
            wider(
                "oneOf: [{ type: string, maxLength: 5 }, { type: boolean }]",
                "oneOf: [{ type: boolean }, { type: string }]",
                SAME_JAVA,
                "as text: maxLength"),
            Stream.of(
                row(
                    "oneOf: [{ type: string }, { type: boolean }]",
                    "oneOf: [{ type: number }, { type: string }, { type: boolean }]",
                    ADDITIVE,
                    BREAKING,
                    SAME_JAVA,
                    "a decimal number too"),
                // The accessor of the member is gone.
                row(
                    "oneOf: [{ type: number }, { type: string }, { type: boolean }]",
                    "oneOf: [{ type: string }, { type: boolean }]",
                    BREAKING,
                    ADDITIVE,
                    JAVA,
                    "never a decimal number"),
                row(
                    object,
                    "type: object, properties: { a: { type: string }, b: { type: string } }",
                    ADDITIVE,
                    ADDITIVE,
                    SAME_JAVA,
                    ".b() is new"),
                row(
                    object,
                    "type: object, required: [b], properties: { a: { type: string }, b: { type: string } }",
                    BREAKING,
                    ADDITIVE,
                    SAME_JAVA,
                    ".b() is new"),
                row(
                    object + ", additionalProperties: false",
                    "type: object, additionalProperties: false, properties: { a: { type: string }, b: { type: string } }",
                    ADDITIVE,
                    BREAKING,
                    SAME_JAVA,
                    ".b() is new"),
                row(
                    "type: object, properties: { a: { type: string }, b: { type: string } }",
                    object,
                    ADDITIVE,
                    ADDITIVE,
                    JAVA,
                    ".b() is gone"),
                row(list, "type: string", BREAKING, BREAKING, JAVA, "text instead of a list"),
                row(
                    list,
                    "type: array, items: { type: boolean }",
                    BREAKING,
                    BREAKING,
                    JAVA,
                    "an element of"),
                row(
                    object + ", additionalProperties: true",
                    object,
                    COSMETIC,
                    COSMETIC,
                    SAME_JAVA,
                    NOTHING)))
        .flatMap(rows -> rows);
  }

  static List<Arguments> schemas() {
    List<Arguments> all = new ArrayList<>();
    Stream.of(scalars(), enums(), structures())
        .flatMap(rows -> rows)
        .forEach(
            row -> {
              for (Direction direction : Direction.values()) {
                all.add(Arguments.of(direction, row));
              }
            });
    return all;
  }

  /** One row in one place, as documents. */
  record Case(String name, String was, String is) {}

  /** All rows in all places. */
  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Arguments arguments : schemas()) {
      Direction direction = (Direction) Objects.requireNonNull(arguments.get()[0]);
      Row row = (Row) Objects.requireNonNull(arguments.get()[1]);
      cases.add(
          new Case(
              direction + " " + String.join(" => ", row.part()),
              document(direction, row.part().get(0)),
              document(direction, row.part().get(1))));
    }
    parameters()
        .forEach(
            row ->
                cases.add(
                    new Case(
                        "PARAMETER " + String.join(" => ", row.part()),
                        parameter(row.part().get(0)),
                        parameter(row.part().get(1)))));
    return cases;
  }

  static Stream<Row> parameters() {
    return Stream.concat(scalars(), enums());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void judgesASchemaByWhoSendsIt(Direction direction, Row row) {
    String was = document(direction, row.part().get(0));
    String is = document(direction, row.part().get(1));

    List<SpecChange> changes = SpecDiff.between("old", was, "new", is);

    Impact wire =
        switch (direction) {
          case REQUEST -> row.sent();
          case RESPONSE -> row.received();
          case BOTH -> graver(row.sent(), row.received());
        };
    holds(changes, wire, row.otherJava() ? BREAKING : wire, row.told());
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void judgesAParameterAsARequest(Row row) {
    List<SpecChange> changes =
        SpecDiff.between("old", parameter(row.part().get(0)), "new", parameter(row.part().get(1)));

    // The SDK chooses the Java types of parameters; what became of them its surface tells.
    holds(changes, row.sent(), row.sent(), row.told());
  }

  private static void holds(List<SpecChange> changes, Impact wire, Impact impact, String told) {
    if (told.equals(NOTHING)) {
      assertThat(changes).isEmpty();
      return;
    }
    assertThat(changes).isNotEmpty();
    assertThat(changes.stream().map(SpecChange::wire).min(Impact::compareTo))
        .as("%s", changes)
        .contains(wire);
    assertThat(changes.get(0).impact()).as("%s", changes).isEqualTo(impact);
    assertThat(changes).anySatisfy(change -> assertThat(change.text()).contains(told));
  }

  private static Impact graver(Impact one, Impact other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String document(Direction direction, String part) {
    String body =
        "content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }";
    return """
        openapi: 3.0.3
        info: { title: Things, version: 1.0.0 }
        paths:
          /things:
            post:
              operationId: send
              %s
              %s
        components:
          schemas:
            Thing: { type: object, properties: { p: { %s } } }
        """
        .formatted(
            direction.isSent() ? "requestBody: { " + body + " }" : "",
            "responses: { '200': { description: Ok"
                + (direction.isReceived() ? ", " + body : "")
                + " } }",
            part);
  }

  private static String parameter(String part) {
    return """
        openapi: 3.0.3
        info: { title: Things, version: 1.0.0 }
        paths:
          /things:
            get:
              operationId: list
              parameters: [{ name: p, in: query, schema: { %s } }]
              responses: { '200': { description: Ok } }
        """
        .formatted(part);
  }
}
