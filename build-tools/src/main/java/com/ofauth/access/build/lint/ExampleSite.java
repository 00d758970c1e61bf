package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.Pointers;
import com.ofauth.access.build.spec.SchemaSite;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/**
 * An example or a default value, and the schema that it must satisfy.
 *
 * @param label how a person would name it
 * @param schemaPointer JSON pointer of the schema
 * @param value the value
 */
record ExampleSite(String label, String schemaPointer, Node value) {

  static List<ExampleSite> in(SpecDocument spec) {
    Walk walk = new Walk(spec, new ArrayList<>());
    spec.schemas().forEach(walk::schema);
    spec.operations().forEach(walk::operation);
    for (Nodes.Entry header : Nodes.entries(Nodes.get(spec.root(), "components", "headers"))) {
      String pointer = Pointers.append("/components/headers", header.key());
      walk.holder("header " + header.key(), pointer, header.value());
    }
    // What several operations refer to is checked once.
    return walk.sites.stream().distinct().toList();
  }

  private record Walk(SpecDocument spec, List<ExampleSite> sites) {

    void schema(SchemaSite schema) {
      for (String key : List.of("example", "default")) {
        Node value = Nodes.get(schema.node(), key);
        if (value != null) {
          sites.add(new ExampleSite(schema.label() + " " + key, schema.pointer(), value));
        }
      }
    }

    void operation(Operation operation) {
      parameters(operation.name(), operation.pathPointer(), operation.pathItem());
      parameters(operation.name(), operation.pointer(), operation.node());
      Node body = Nodes.get(operation.node(), "requestBody");
      if (body != null) {
        content(operation.name() + " request body", operation.pointer() + "/requestBody", body);
      }
      for (Nodes.Entry response : Nodes.entries(Nodes.get(operation.node(), "responses"))) {
        String pointer = Pointers.append(operation.pointer() + "/responses", response.key());
        content(operation.name() + " " + response.key(), pointer, response.value());
      }
    }

    private void parameters(String operation, String pointer, Node node) {
      int index = 0;
      for (Node parameter : Nodes.items(Nodes.get(node, "parameters"))) {
        String label = operation + "(" + Nodes.text(parameter, "name") + ")";
        holder(label, pointer + "/parameters/" + index++, parameter);
      }
    }

    private void content(String label, String pointer, Node node) {
      String ref = Nodes.text(node, "$ref");
      if (ref != null) {
        Node target = spec.target(ref);
        if (target != null && !Nodes.has(target, "$ref")) {
          content(component(ref), ref.substring(1), target);
        }
        return;
      }
      for (Nodes.Entry type : Nodes.entries(Nodes.get(node, "content"))) {
        holder(label, Pointers.append(pointer + "/content", type.key()), type.value());
      }
    }

    /** A parameter, a header or a media type. */
    void holder(String label, String pointer, Node node) {
      String ref = Nodes.text(node, "$ref");
      if (ref != null) {
        Node target = spec.target(ref);
        if (target != null && !Nodes.has(target, "$ref")) {
          holder(component(ref), ref.substring(1), target);
        }
        return;
      }
      Node single = Nodes.get(node, "example");
      if (single != null) {
        sites.add(new ExampleSite(label + " example", pointer + "/schema", single));
      }
      for (Nodes.Entry named : Nodes.entries(Nodes.get(node, "examples"))) {
        Node value = Nodes.get(spec.follow(named.value()), "value");
        if (value != null) {
          sites.add(new ExampleSite(label + " " + named.key(), pointer + "/schema", value));
        }
      }
    }

    private static String component(String ref) {
      return ref.replaceFirst("^#/components/", "");
    }
  }
}
