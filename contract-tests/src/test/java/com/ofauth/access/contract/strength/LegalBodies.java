package com.ofauth.access.contract.strength;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ofauth.access.build.spec.Schema;
import com.ofauth.access.contract.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes up bodies that the spec allows, the odd ones too. The same ones for the same seed. */
final class LegalBodies {
  private static final List<JsonNode> ANYTHING =
      List.of(
          NullNode.getInstance(),
          BooleanNode.TRUE,
          IntNode.valueOf(-7),
          TextNode.valueOf("two\nlines"),
          TextNode.valueOf(""),
          Json.array(),
          Json.array().add(1).add("a"),
          Json.object(),
          Json.object().set("a", Json.object().putNull("b")));

  private static final List<String> TEXTS =
      List.of("", "text", "true", "12", "null", "two\nlines", "\uD83D\uDC9B", "<p>a & b</p>");

  private final Random random;

  LegalBodies(long seed) {
    random = new Random(seed);
  }

  JsonNode next(Schema schema) {
    if (schema.nullable() && oneIn(4)) {
      return NullNode.getInstance();
    }
    if (schema.isObject()) {
      return object(schema);
    }
    if (schema.isArray()) {
      ArrayNode array = Json.array();
      for (int i = oneIn(6) ? 2 : random.nextInt(2); i > 0; i--) {
        array.add(next(schema.items()));
      }
      return array;
    }
    return scalar(schema);
  }

  private JsonNode object(Schema schema) {
    ObjectNode object = Json.object();
    Set<String> required = schema.required();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              if (required.contains(name) || oneIn(3)) {
                object.set(name, next(property));
              }
            });
    if (oneIn(8)) {
      object.set("brandNew", any(ANYTHING));
    }
    return object;
  }

  private JsonNode scalar(Schema schema) {
    if (!schema.alternatives().isEmpty()) {
      return next(any(schema.alternatives()));
    }
    if (schema.isAnything()) {
      return any(ANYTHING);
    }
    if (schema.isInteger()) {
      return LongNode.valueOf(oneIn(4) ? random.nextInt() : random.nextInt(1000));
    }
    if (schema.isString()) {
      List<String> words = schema.enumValues().isEmpty() ? TEXTS : schema.enumValues();
      return TextNode.valueOf(any(words));
    }
    return schema.type().equals("number")
        ? DecimalNode.valueOf(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(3)))
        : BooleanNode.valueOf(random.nextBoolean());
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
