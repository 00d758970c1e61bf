package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Leaves out null where the document takes null instead of a list or an object. */
final class NullContainers {
  private NullContainers() {}

  static JsonNode leftOut(Schema schema, JsonNode value) {
    if (value instanceof ArrayNode list && schema.isArray()) {
      ArrayNode rest = Json.MAPPER.createArrayNode();
      list.forEach(item -> rest.add(leftOut(schema.items(), item)));
      return rest;
    }
    if (!(value instanceof ObjectNode object) || !schema.isObject()) {
      return value;
    }
    ObjectNode rest = Json.MAPPER.createObjectNode();
    var properties = schema.properties();
    object
        .properties()
        .forEach(
            field -> {
              Schema property = properties.get(field.getKey());
              if (property == null) {
                rest.set(field.getKey(), field.getValue());
              } else if (!field.getValue().isNull()
                  || !property.nullable()
                  || !(property.isArray() || property.isObject())) {
                rest.set(field.getKey(), leftOut(property, field.getValue()));
              }
            });
    return rest;
  }
}
