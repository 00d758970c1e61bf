package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A schema of the spec, references followed and {@code allOf} merged. */
final class Schema {
  private final Spec spec;
  private final JsonNode node;

  Schema(Spec spec, JsonNode node) {
    this.spec = spec;
    this.node = spec.resolve(node);
  }

  boolean isObject() {
    return node.has("allOf") || type().equals("object");
  }

  boolean isArray() {
    return type().equals("array");
  }

  boolean isInteger() {
    return type().equals("integer");
  }

  boolean isString() {
    return type().equals("string");
  }

  /** Whether any JSON value satisfies it. */
  boolean isAnything() {
    return type().isEmpty() && !node.has("allOf") && !node.has("oneOf");
  }

  boolean nullable() {
    return node.path("nullable").asBoolean();
  }

  boolean isOpenEnum() {
    return node.path("x-ofauth-open-enum").asBoolean();
  }

  String type() {
    return node.path("type").asText();
  }

  List<String> enumValues() {
    List<String> values = new ArrayList<>();
    node.path("enum").forEach(value -> values.add(value.asText()));
    return values;
  }

  List<Schema> alternatives() {
    List<Schema> schemas = new ArrayList<>();
    node.path("oneOf").forEach(member -> schemas.add(new Schema(spec, member)));
    return schemas;
  }

  Schema items() {
    return new Schema(spec, node.path("items"));
  }

  Map<String, Schema> properties() {
    Map<String, Schema> properties = new LinkedHashMap<>();
    node.path("allOf").forEach(part -> properties.putAll(new Schema(spec, part).properties()));
    node.path("properties")
        .fields()
        .forEachRemaining(
            entry -> properties.put(entry.getKey(), new Schema(spec, entry.getValue())));
    return properties;
  }

  Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    node.path("allOf").forEach(part -> names.addAll(new Schema(spec, part).required()));
    node.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }
}
