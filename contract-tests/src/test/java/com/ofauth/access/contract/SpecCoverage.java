package com.ofauth.access.contract;

import au.com.dius.pact.core.model.V4Interaction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What of the spec there is to cover, and what of it interactions cover. */
final class SpecCoverage {

  private SpecCoverage() {}

  /**
   * All parameters and their enum values; of responses the status, headers, error examples and
   * properties, with each form that a property can have.
   */
  static Set<String> ofSpec() {
    Set<String> all = new TreeSet<>();
    for (Spec.Operation operation : Spec.ACCESS.operations()) {
      for (JsonNode reference : operation.node().path("parameters")) {
        JsonNode parameter = Spec.ACCESS.resolve(reference);
        String name = operation.id() + " ?" + parameter.path("name").asText();
        all.add(name);
        new Schema(Spec.ACCESS, parameter.path("schema"))
            .enumValues()
            .forEach(value -> all.add(name + "=" + value));
      }
      operation
          .node()
          .path("responses")
          .fieldNames()
          .forEachRemaining(status -> addResponse(operation, Integer.parseInt(status), all));
    }
    return all;
  }

  private static void addResponse(Spec.Operation operation, int status, Set<String> all) {
    String place = operation.id() + " " + status;
    all.add(place);
    JsonNode response = Spec.ACCESS.response(operation, status);
    response
        .path("headers")
        .fieldNames()
        .forEachRemaining(name -> all.add(place + " header " + name));
    addProperties(schema(operation, status), place + " $", all);
    if (status >= 400) {
      Spec.ACCESS
          .examples(operation, status)
          .keySet()
          .forEach(name -> all.add(place + " example " + name));
    }
  }

  private static Schema schema(Spec.Operation operation, int status) {
    return Spec.ACCESS.schema(Spec.ACCESS.responseSchema(operation, status));
  }

  private static void addProperties(Schema schema, String path, Set<String> all) {
    if (schema.isArray()) {
      addProperties(schema.items(), path + "[*]", all);
    }
    if (schema.nullable()) {
      all.add(path + " null");
    }
    schema.alternatives().forEach(form -> all.add(path + " as " + form.type()));
    schema.enumValues().forEach(value -> all.add(path + "=" + value));
    if (schema.isOpenEnum()) {
      all.add(path + " newer than the spec");
    }
    schema
        .properties()
        .forEach(
            (name, property) -> {
              all.add(path + "." + name);
              addProperties(property, path + "." + name, all);
            });
  }

  /** The same names, for what interactions ask and expect. */
  static Set<String> of(Collection<V4Interaction.SynchronousHttp> interactions) {
    Set<String> covered = new TreeSet<>();
    for (V4Interaction.SynchronousHttp one : interactions) {
      Spec.Operation asked = Interactions.operation(one);
      String operation = asked.id();
      int status = one.getResponse().getStatus();
      JsonNode body = Json.parse(one.getResponse().getBody().valueAsString());
      one.getRequest()
          .getQuery()
          .forEach(
              (name, values) -> {
                covered.add(operation + " ?" + name);
                values.forEach(value -> covered.add(operation + " ?" + name + "=" + value));
              });
      String place = operation + " " + status;
      covered.add(place);
      one.getResponse()
          .getHeaders()
          .keySet()
          .forEach(name -> covered.add(place + " header " + name));
      addValues(schema(asked, status), body, place + " $", covered);
      Spec.ACCESS
          .examples(asked, status)
          .forEach(
              (name, example) -> {
                if (example.equals(body)) {
                  covered.add(place + " example " + name);
                }
              });
    }
    return covered;
  }

  private static void addValues(Schema schema, JsonNode value, String path, Set<String> covered) {
    if (schema.isArray()) {
      value.forEach(item -> addValues(schema.items(), item, path + "[*]", covered));
    } else if (schema.isOpenEnum() && !schema.enumValues().contains(value.asText())) {
      covered.add(path + " newer than the spec");
    } else if (value.isNull()) {
      covered.add(path + " null");
    } else if (value.isTextual()) {
      covered.add(path + "=" + value.asText());
      covered.add(path + " as string");
    } else if (value.isBoolean()) {
      covered.add(path + " as boolean");
    }
    schema
        .properties()
        .forEach(
            (name, property) -> {
              if (value.has(name)) {
                covered.add(path + "." + name);
                addValues(property, value.path(name), path + "." + name, covered);
              }
            });
  }
}
