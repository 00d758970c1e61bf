package com.ofauth.access.openapi;

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
    List<ExampleSite> sites = new ArrayList<>();
    for (SchemaSite schema : spec.schemas()) {
      for (String key : List.of("example", "default")) {
        Node value = Nodes.get(schema.node(), key);
        if (value != null) {
          sites.add(new ExampleSite(schema.label() + " " + key, schema.pointer(), value));
        }
      }
    }
    for (Operation operation : spec.operations()) {
      int index = 0;
      for (Node parameter : Nodes.items(Nodes.get(operation.node(), "parameters"))) {
        String pointer = operation.pointer() + "/parameters/" + index++;
        addAll(
            sites,
            spec,
            operation.name() + "(" + Nodes.text(spec.follow(parameter), "name") + ")",
            pointer,
            parameter);
      }
      Node body = Nodes.get(operation.node(), "requestBody");
      if (body != null) {
        addContent(
            sites,
            spec,
            operation.name() + " request body",
            operation.pointer() + "/requestBody",
            body);
      }
      for (Nodes.Entry response : Nodes.entries(Nodes.get(operation.node(), "responses"))) {
        String label = operation.name() + " " + response.key();
        String pointer = Pointers.append(operation.pointer() + "/responses", response.key());
        addContent(sites, spec, label, pointer, response.value());
      }
    }
    for (Nodes.Entry header : Nodes.entries(Nodes.get(spec.root(), "components", "headers"))) {
      String pointer = Pointers.append("/components/headers", header.key());
      addAll(sites, spec, "header " + header.key(), pointer, header.value());
    }
    return sites.stream().distinct().toList();
  }

  private static void addContent(
      List<ExampleSite> sites, SpecDocument spec, String label, String pointer, Node holder) {
    String ref = Nodes.text(holder, "$ref");
    String at = ref == null ? pointer : ref.substring(1);
    for (Nodes.Entry type : Nodes.entries(Nodes.get(spec.follow(holder), "content"))) {
      addAll(sites, spec, label, Pointers.append(at + "/content", type.key()), type.value());
    }
  }

  /** Adds the examples of a parameter, a header or a media type. */
  private static void addAll(
      List<ExampleSite> sites, SpecDocument spec, String label, String pointer, Node holder) {
    String ref = Nodes.text(holder, "$ref");
    String schema = (ref == null ? pointer : ref.substring(1)) + "/schema";
    Node followed = spec.follow(holder);
    Node single = Nodes.get(followed, "example");
    if (single != null) {
      sites.add(new ExampleSite(label + " example", schema, single));
    }
    for (Nodes.Entry named : Nodes.entries(Nodes.get(followed, "examples"))) {
      Node value = Nodes.get(spec.follow(named.value()), "value");
      if (value != null) {
        sites.add(new ExampleSite(label + " " + named.key(), schema, value));
      }
    }
  }
}
