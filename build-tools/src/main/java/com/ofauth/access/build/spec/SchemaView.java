package com.ofauth.access.build.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * An object schema with its {@code allOf} laid flat: all its properties, in order, and which of
 * them are required.
 */
public final class SchemaView {

  private final SpecDocument spec;
  private final List<Nodes.Entry> properties = new ArrayList<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final Set<Node> visited = new LinkedHashSet<>();

  private SchemaView(SpecDocument spec) {
    this.spec = spec;
  }

  public static SchemaView of(SpecDocument spec, Node schema) {
    SchemaView view = new SchemaView(spec);
    view.add(schema);
    return view;
  }

  /** Whether a class is generated for the schema whose values are JSON objects: not a map. */
  public static boolean isObjectClass(SpecDocument spec, Node schema) {
    Node node = spec.follow(schema);
    return !Nodes.has(node, "oneOf")
        && !Nodes.has(node, "anyOf")
        && (Nodes.has(node, "allOf") || "object".equals(Nodes.text(node, "type")))
        && !of(spec, node).properties().isEmpty();
  }

  /** Whether a class is generated for the schema that a body can be: an object or a union. */
  public static boolean isModel(SpecDocument spec, Node schema) {
    return Nodes.has(spec.follow(schema), "oneOf") || isObjectClass(spec, schema);
  }

  private void add(Node schema) {
    Node node = spec.follow(schema);
    if (!visited.add(node)) {
      return;
    }
    for (Node part : Nodes.items(Nodes.get(node, "allOf"))) {
      add(part);
    }
    properties.addAll(Nodes.entries(Nodes.get(node, "properties")));
    for (Node name : Nodes.items(Nodes.get(node, "required"))) {
      String text = Nodes.text(name);
      if (text != null) {
        required.add(text);
      }
    }
  }

  /** The properties. A name that two parts of an {@code allOf} declare is in the list twice. */
  public List<Nodes.Entry> properties() {
    return properties;
  }

  public boolean isRequired(String name) {
    return required.contains(name);
  }

  Set<String> required() {
    return required;
  }

  /** The schema of a property, references followed, or null. */
  public @Nullable Node property(String name) {
    for (Nodes.Entry property : properties) {
      if (property.key().equals(name)) {
        return spec.follow(property.value());
      }
    }
    return null;
  }
}
