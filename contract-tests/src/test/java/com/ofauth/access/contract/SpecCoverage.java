package com.ofauth.access.contract;

import au.com.dius.pact.core.model.V4Interaction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What of the spec there is to cover, and what of it interactions cover. */
final class SpecCoverage {

  private SpecCoverage() {}

  /** All parameters, their enum values, statuses, headers and properties of responses. */
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
    addProperties(
        Spec.ACCESS.schema(Spec.ACCESS.responseSchema(operation, status)), place + " $", all);
  }

  private static void addProperties(Schema schema, String path, Set<String> all) {
    if (schema.isArray()) {
      addProperties(schema.items(), path + "[*]", all);
    }
    schema.enumValues().forEach(value -> all.add(path + "=" + value));
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
      String operation = one.getDescription().substring(0, one.getDescription().indexOf(':'));
      one.getRequest()
          .getQuery()
          .forEach(
              (name, values) -> {
                covered.add(operation + " ?" + name);
                values.forEach(value -> covered.add(operation + " ?" + name + "=" + value));
              });
      String place = operation + " " + one.getResponse().getStatus();
      covered.add(place);
      one.getResponse().getHeaders().keySet().forEach(name -> covered.add(place + " header " + name));
      addValues(Json.parse(one.getResponse().getBody().valueAsString()), place + " $", covered);
    }
    return covered;
  }

  private static void addValues(JsonNode value, String path, Set<String> covered) {
    if (value.isTextual()) {
      covered.add(path + "=" + value.asText());
    }
    if (value.isArray()) {
      value.forEach(item -> addValues(item, path + "[*]", covered));
    }
    value
        .fields()
        .forEachRemaining(
            field -> {
              covered.add(path + "." + field.getKey());
              addValues(field.getValue(), path + "." + field.getKey(), covered);
            });
  }
}
