package com.ofauth.access.build.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ofauth.access.build.spec.SchemaValidator;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random pairs of schemas, judged by a schema validator that knows nothing of the comparison: a
 * value that was legal and is refused in a request, or one that is newly legal in a response, makes
 * the change a breaking one. The other way round, a breaking change without such a value is a false
 * alarm; few are allowed, because the values are samples.
 */
final class DirectionPropertyTest {
  private static final long SEED = Long.getLong("schemas.seed", 20261127L);
  private static final int PAIRS = Integer.getInteger("schemas.pairs", 400);

  /** Values that are tried where nothing breaking was told, and where something was. */
  private static final int VALUES = 150;

  private static final int MORE_VALUES = 3_000;
  private static final double MOST_FALSE_ALARMS = 0.02;
  private static final String ROOT = "/components/schemas/Root";

  @ParameterizedTest
  @EnumSource
  void tellsEachWitnessedBreakAndFewOthers(Direction direction) {
    RandomSchemas schemas = new RandomSchemas(SEED + direction.name().length());
    List<String> missed = new ArrayList<>();
    List<String> falseAlarms = new ArrayList<>();
    int breaking = 0;
    for (int i = 0; i < PAIRS; i++) {
      ObjectNode was = schemas.schemas();
      ObjectNode is = schemas.edited(was);
      List<SpecChange> changes =
          SpecDiff.between("old", document(was, direction), "new", document(is, direction));
      boolean told = changes.stream().anyMatch(change -> change.wire() == Impact.BREAKING);
      JsonNode witness = witness(schemas, direction, was, is, told ? MORE_VALUES : VALUES);
      breaking += witness.isMissingNode() ? 0 : 1;
      if (told == witness.isMissingNode()) {
        (told ? falseAlarms : missed).add(was + "\n  " + is + "\n  " + witness + "\n  " + changes);
      }
    }
    System.out.printf(
        "%s: %d pairs, %d of them breaking, %d missed, %d false alarms%n",
        direction, PAIRS, breaking, missed.size(), falseAlarms.size());
    assertThat(missed).isEmpty();
    assertThat(breaking).isGreaterThan(PAIRS / 8);
    assertThat(falseAlarms.size())
        .as("%s", String.join("\n", falseAlarms))
        .isLessThanOrEqualTo((int) (PAIRS * MOST_FALSE_ALARMS));
  }

  /** A value that breaks one side, or a missing node. */
  private static JsonNode witness(
      RandomSchemas schemas, Direction direction, ObjectNode was, ObjectNode is, int values) {
    SchemaValidator old = validator(was, direction);
    SchemaValidator now = validator(is, direction);
    for (int i = 0; i < values; i++) {
      if (direction.isSent()) {
        JsonNode sent = schemas.value(was.get("Root"), is.get("Root"), was, is);
        if (isLegal(old, sent) && !isLegal(now, sent)) {
          return sent;
        }
      }
      if (direction.isReceived()) {
        JsonNode received = schemas.value(is.get("Root"), was.get("Root"), is, was);
        if (isLegal(now, received) && !isLegal(old, received)) {
          return received;
        }
      }
    }
    return JsonNodeFactory.instance.missingNode();
  }

  private static SchemaValidator validator(ObjectNode schemas, Direction direction) {
    return new SchemaValidator(SpecDocument.parse(document(schemas, direction)));
  }

  private static boolean isLegal(SchemaValidator validator, JsonNode value) {
    return validator.validate(ROOT, value).isEmpty();
  }

  private static String document(ObjectNode schemas, Direction direction) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode body = json.objectNode();
    body.putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#" + ROOT);
    ObjectNode document = json.objectNode().put("openapi", "3.0.3");
    ObjectNode operation = document.putObject("paths").putObject("/x").putObject("post");
    operation.put("operationId", "send");
    if (direction.isSent()) {
      operation.set("requestBody", body);
    }
    if (direction.isReceived()) {
      operation.putObject("responses").set("200", body);
    }
    document.putObject("components").set("schemas", schemas);
    return document.toString();
  }
}
