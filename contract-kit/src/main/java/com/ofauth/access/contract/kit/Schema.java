package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A schema of the document, with references followed and {@code allOf} merged. */
final class Schema {
  private final Function<JsonNode, JsonNode> follow;
  private final JsonNode node;

  /**
   * Makes a view.
   *
   * @param follow gives the node that a reference leads to
   */
  Schema(Function<JsonNode, JsonNode> follow, JsonNode node) {
    this.follow = follow;
    this.node = follow.apply(node);
  }

  boolean isObject() {
    return node.has("allOf") || type().equals("object");
  }

  boolean isArray() {
    return type().equals("array");
  }

  boolean nullable() {
    return node.path("nullable").asBoolean();
  }

  boolean isOpenEnum() {
    return node.path("x-ofauth-open-enum").asBoolean();
  }

  Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    node.path("enum").forEach(word -> words.add(word.asText()));
    return words;
  }

  Schema items() {
    return new Schema(follow, node.path("items"));
  }

  /** The types that a value can have; none if it can be anything. */
  List<Schema> alternatives() {
    List<Schema> alternatives = new ArrayList<>();
    node.path("oneOf").forEach(member -> alternatives.add(new Schema(follow, member)));
    return alternatives;
  }

  Map<String, Schema> properties() {
    Map<String, Schema> properties = new LinkedHashMap<>();
    node.path("allOf").forEach(part -> properties.putAll(new Schema(follow, part).properties()));
    node.path("properties")
        .properties()
        .forEach(field -> properties.put(field.getKey(), new Schema(follow, field.getValue())));
    return properties;
  }

  /** The schema of what keys and indexes lead to; one that takes anything where there is none. */
  Schema at(List<String> path) {
    Schema at = this;
    for (String key : path) {
      Schema next = at.isArray() ? at.items() : at.properties().get(key);
      if (next == null) {
        return new Schema(follow, node.path("no such property"));
      }
      at = next;
    }
    return at;
  }

  /** What values it takes, in words. */
  String expected() {
    if (!alternatives().isEmpty()) {
      return alternatives().stream().map(Schema::expected).collect(Collectors.joining(" or "));
    }
    String what =
        words().isEmpty()
            ? switch (type()) {
              case "array" -> "list";
              case "integer" -> "integer of " + bits() + " bits";
              case "string" -> "text";
              case "" -> isObject() ? "object" : "anything";
              default -> type();
            }
            : "one of " + String.join(", ", words());
    return nullable() ? what + " or null" : what;
  }

  private int bits() {
    return node.path("format").asText().equals("int32") ? Integer.SIZE : Long.SIZE;
  }

  private String type() {
    return node.path("type").asText();
  }
}
