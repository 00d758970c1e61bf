package com.ofauth.access.build.spec;

import org.yaml.snakeyaml.nodes.Node;

/** What kind of value a schema describes, and so what kind of Java type it becomes. */
public enum Shape {
  OBJECT("an object"),
  LIST("a list"),
  UNION("one of several types"),
  TEXT("text"),
  INTEGER("an integer"),
  NUMBER("a decimal number"),
  BOOLEAN("a boolean"),
  ANYTHING("anything");

  private final String words;

  Shape(String words) {
    this.words = words;
  }

  public static Shape of(Node schema) {
    if (Nodes.has(schema, "oneOf") || Nodes.has(schema, "anyOf")) {
      return UNION;
    }
    if (Nodes.has(schema, "allOf")) {
      return OBJECT;
    }
    String type = Nodes.text(schema, "type");
    if (type == null) {
      return Nodes.has(schema, "properties") ? OBJECT : ANYTHING;
    }
    return switch (type) {
      case "object" -> OBJECT;
      case "array" -> LIST;
      case "string" -> TEXT;
      case "integer" -> INTEGER;
      case "number" -> NUMBER;
      case "boolean" -> BOOLEAN;
      default -> ANYTHING;
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
