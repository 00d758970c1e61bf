package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI document, to be asked. */
final class Spec {
  static final String RESOURCE = "ofauth-access.yaml";
  static final Spec ACCESS = new Spec(load());

  private final JsonNode root;

  Spec(JsonNode root) {
    this.root = root;
  }

  private static JsonNode load() {
    try (InputStream document = Spec.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (document == null) {
        throw new FileNotFoundException(RESOURCE + " is not on the classpath");
      }
      return new YAMLMapper().readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : resolve(root.at(reference.asText().substring(1)));
  }

  Schema schema(String name) {
    JsonNode schema = root.at("/components/schemas/" + name);
    if (schema.isMissingNode()) {
      throw new IllegalArgumentException("the spec has no schema " + name);
    }
    return new Schema(this, schema);
  }

  /** A copy of the value of one of the examples under components. */
  JsonNode example(String name) {
    JsonNode example = root.at("/components/examples/" + name + "/value");
    if (example.isMissingNode()) {
      throw new IllegalArgumentException("the spec has no example " + name);
    }
    return example.deepCopy();
  }

  /**
   * One operation of the spec.
   *
   * @param id its operationId
   * @param path as the spec writes it
   * @param node what the spec says of it
   */
  record Operation(String id, String path, JsonNode node) {
    @Override
    public String toString() {
      return id;
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getValue().path("operationId").asText(),
                                    path.getKey(),
                                    method.getValue()))));
    return operations;
  }

  Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the spec has no operation " + id));
  }

  JsonNode response(Operation operation, int status) {
    return resolve(operation.node().path("responses").path(Integer.toString(status)));
  }

  /** The examples of what a response carries, by name. */
  Map<String, JsonNode> examples(Operation operation, int status) {
    Map<String, JsonNode> examples = new TreeMap<>();
    response(operation, status)
        .at("/content/application~1json/examples")
        .fields()
        .forEachRemaining(
            example -> examples.put(example.getKey(), resolve(example.getValue()).path("value")));
    return examples;
  }

  /** The name under components/schemas of what a response carries. */
  String responseSchema(Operation operation, int status) {
    String reference =
        response(operation, status).at("/content/application~1json/schema/$ref").asText();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
