package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ofauth.access.build.spec.Schema;

/**
 * Leaves out null where the spec takes null instead of a list or an object. No rule of Pact takes
 * both, so that the live pact sees such a property only when it has a value.
 */
public final class NullContainers {
  private NullContainers() {}

  public static JsonNode leftOut(Schema schema, JsonNode value) {
    if (value instanceof ArrayNode list && schema.isArray()) {
      ArrayNode rest = Json.array();
      list.forEach(item -> rest.add(leftOut(schema.items(), item)));
      return rest;
    }
    if (!(value instanceof ObjectNode object) || !schema.isObject()) {
      return value;
    }
    ObjectNode rest = object.deepCopy();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              JsonNode there = object.get(name);
              if (there == null) {
                return;
              }
              if (there.isNull() && property.nullable() && isContainer(property)) {
                rest.remove(name);
              } else {
                rest.set(name, leftOut(property, there));
              }
            });
    return rest;
  }

  private static boolean isContainer(Schema schema) {
    return schema.isArray() || schema.isObject();
  }
}
