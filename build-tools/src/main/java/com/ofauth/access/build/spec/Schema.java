package com.ofauth.access.build.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** A schema as those read it who have a value of it: references followed, {@code allOf} merged. */
public final class Schema {
  private final SpecDocument spec;
  private final @Nullable Node node;

  Schema(SpecDocument spec, @Nullable Node node) {
    this.spec = spec;
    this.node = node == null ? null : spec.follow(node);
  }

  public boolean isObject() {
    return Nodes.has(node, "allOf") || type().equals("object");
  }

  public boolean isArray() {
    return type().equals("array");
  }

  public boolean isInteger() {
    return type().equals("integer");
  }

  public boolean isString() {
    return type().equals("string");
  }

  /** Whether any JSON value satisfies it. */
  public boolean isAnything() {
    return type().isEmpty() && !Nodes.has(node, "allOf") && !Nodes.has(node, "oneOf");
  }

  public boolean nullable() {
    return Nodes.isTrue(Nodes.get(node, "nullable"));
  }

  public boolean isOpenEnum() {
    return Nodes.isTrue(Nodes.get(node, "x-ofauth-open-enum"));
  }

  /** The type; empty when the schema names none. */
  public String type() {
    String type = Nodes.text(node, "type");
    return type == null ? "" : type;
  }

  public List<String> enumValues() {
    return Nodes.items(Nodes.get(node, "enum")).stream()
        .map(value -> String.valueOf(Nodes.text(value)))
        .toList();
  }

  /** The members of a {@code oneOf}; empty for any other schema. */
  public List<Schema> alternatives() {
    return Nodes.items(Nodes.get(node, "oneOf")).stream()
        .map(member -> new Schema(spec, member))
        .toList();
  }

  /** The schema of the elements; one that takes anything where none is given. */
  public Schema items() {
    return new Schema(spec, Nodes.get(node, "items"));
  }

  /** The properties in their order, those of the parts of an {@code allOf} among them. */
  public Map<String, Schema> properties() {
    Map<String, Schema> properties = new LinkedHashMap<>();
    if (node != null) {
      for (Nodes.Entry property : SchemaView.of(spec, node).properties()) {
        properties.put(property.key(), new Schema(spec, property.value()));
      }
    }
    return properties;
  }

  public Set<String> required() {
    return node == null ? Set.of() : new LinkedHashSet<>(SchemaView.of(spec, node).required());
  }

  /** The simple values that the schema's keywords have, as text: {@code maximum}, {@code type}. */
  public Map<String, String> scalars() {
    Map<String, String> scalars = new LinkedHashMap<>();
    for (Nodes.Entry entry : Nodes.entries(node)) {
      String text = Nodes.text(entry.value());
      if (text != null) {
        scalars.put(entry.key(), text);
      }
    }
    return scalars;
  }

  /** The names of the properties of a value's objects that the schema does not have. */
  public List<String> unknownProperties(JsonNode value) {
    List<String> unknown = new ArrayList<>();
    addUnknown(value, "$", unknown);
    return unknown;
  }

  private void addUnknown(JsonNode value, String path, List<String> unknown) {
    if (value.isArray() && isArray()) {
      Schema items = items();
      for (int i = 0; i < value.size(); i++) {
        items.addUnknown(value.path(i), path + "[" + i + "]", unknown);
      }
    }
    Map<String, Schema> properties = properties();
    if (!value.isObject() || properties.isEmpty()) {
      return;
    }
    value
        .properties()
        .forEach(
            field -> {
              Schema property = properties.get(field.getKey());
              String child = path + "." + field.getKey();
              if (property == null) {
                unknown.add(child);
              } else {
                property.addUnknown(field.getValue(), child, unknown);
              }
            });
  }
}
