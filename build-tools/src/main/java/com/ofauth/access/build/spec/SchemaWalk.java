package com.ofauth.access.build.spec;

import com.ofauth.access.build.spec.SchemaSite.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Finds every schema that is written out in a document, each with the name that messages give it.
 */
final class SchemaWalk {

  private final List<SchemaSite> sites = new ArrayList<>();

  static List<SchemaSite> of(Node root, List<Operation> operations) {
    SchemaWalk walk = new SchemaWalk();
    walk.components(Nodes.get(root, "components"));
    for (Operation operation : operations) {
      walk.operation(operation);
    }
    return List.copyOf(walk.sites);
  }

  private void components(@Nullable Node components) {
    String base = "/components";
    for (Nodes.Entry entry : Nodes.entries(Nodes.get(components, "schemas"))) {
      schema(
          Pointers.append(base + "/schemas", entry.key()), entry.key(), Place.NAMED, entry.value());
    }
    for (Nodes.Entry entry : Nodes.entries(Nodes.get(components, "parameters"))) {
      parameter(Pointers.append(base + "/parameters", entry.key()), entry.value());
    }
    for (Nodes.Entry entry : Nodes.entries(Nodes.get(components, "headers"))) {
      header(Pointers.append(base + "/headers", entry.key()), entry.key(), entry.value());
    }
    for (Nodes.Entry entry : Nodes.entries(Nodes.get(components, "requestBodies"))) {
      content(
          Pointers.append(base + "/requestBodies", entry.key()),
          "request body " + entry.key(),
          entry.value());
    }
    for (Nodes.Entry entry : Nodes.entries(Nodes.get(components, "responses"))) {
      response(
          Pointers.append(base + "/responses", entry.key()),
          "response " + entry.key(),
          entry.value());
    }
  }

  private void operation(Operation operation) {
    int index = 0;
    for (Node parameter : Nodes.items(Nodes.get(operation.pathItem(), "parameters"))) {
      parameter(operation.pathPointer() + "/parameters/" + index++, parameter);
    }
    index = 0;
    for (Node parameter : Nodes.items(Nodes.get(operation.node(), "parameters"))) {
      parameter(operation.pointer() + "/parameters/" + index++, parameter);
    }
    Node body = Nodes.get(operation.node(), "requestBody");
    if (body != null) {
      content(operation.pointer() + "/requestBody", operation.name() + " request body", body);
    }
    for (Nodes.Entry response : Nodes.entries(Nodes.get(operation.node(), "responses"))) {
      response(
          Pointers.append(operation.pointer() + "/responses", response.key()),
          operation.name() + " " + response.key(),
          response.value());
    }
  }

  private void parameter(String pointer, Node parameter) {
    String name = Nodes.text(parameter, "name");
    Node schema = Nodes.get(parameter, "schema");
    if (schema != null) {
      schema(pointer + "/schema", "parameter " + name, Place.PARAMETER, schema);
    }
  }

  private void header(String pointer, String name, Node header) {
    Node schema = Nodes.get(header, "schema");
    if (schema != null) {
      schema(pointer + "/schema", "header " + name, Place.HEADER, schema);
    }
  }

  private void response(String pointer, String label, Node response) {
    for (Nodes.Entry header : Nodes.entries(Nodes.get(response, "headers"))) {
      header(Pointers.append(pointer + "/headers", header.key()), header.key(), header.value());
    }
    content(pointer, label, response);
  }

  private void content(String pointer, String label, Node holder) {
    for (Nodes.Entry type : Nodes.entries(Nodes.get(holder, "content"))) {
      Node schema = Nodes.get(type.value(), "schema");
      if (schema != null) {
        schema(
            Pointers.append(pointer + "/content", type.key()) + "/schema",
            label,
            Place.BODY,
            schema);
      }
    }
  }

  private void schema(String pointer, String label, Place place, Node node) {
    if (!(node instanceof MappingNode mapping)
        || (Nodes.has(node, "$ref") && place != Place.NAMED)) {
      return;
    }
    sites.add(new SchemaSite(pointer, label, place, mapping));
    for (Nodes.Entry property : Nodes.entries(Nodes.get(node, "properties"))) {
      schema(
          Pointers.append(pointer + "/properties", property.key()),
          label + "." + property.key(),
          Place.PROPERTY,
          property.value());
    }
    child(pointer, label + "[]", Place.ITEMS, node, "items");
    child(pointer, label + "{}", Place.MAP_VALUE, node, "additionalProperties");
    // Parts of an allOf belong to the schema around them: their properties are its properties.
    members(pointer, label, Place.PART, node, "allOf");
    members(pointer, label, Place.MEMBER, node, "oneOf");
    members(pointer, label, Place.MEMBER, node, "anyOf");
    child(pointer, label + " not", Place.MEMBER, node, "not");
  }

  private void child(String pointer, String label, Place place, Node node, String key) {
    Node child = Nodes.get(node, key);
    if (child != null) {
      schema(pointer + "/" + key, label, place, child);
    }
  }

  private void members(String pointer, String label, Place place, Node node, String key) {
    int index = 0;
    for (Node member : Nodes.items(Nodes.get(node, key))) {
      String name = place == Place.PART ? label : label + " " + key + "[" + index + "]";
      schema(pointer + "/" + key + "/" + index++, name, place, member);
    }
  }
}
