package com.ofauth.access.contract;

import au.com.dius.pact.core.model.V4Interaction;
import com.fasterxml.jackson.databind.JsonNode;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.Schema;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;

/** What of the spec there is to cover, and what of it interactions cover. */
final class SpecCoverage {

  private SpecCoverage() {}

  /**
   * All query parameters and their enum values; of responses the status, headers, error examples
   * and properties, with each form that a property can have.
   */
  static Set<String> ofSpec() {
    Set<String> all = new TreeSet<>();
    for (Operation operation : Spec.ACCESS.operations()) {
      for (Node parameter : operation.parameters(Spec.ACCESS)) {
        if (!"query".equals(Nodes.text(parameter, "in"))) {
          // Without those of the path no request is one of the operation's.
          continue;
        }
        String name = operation.name() + " ?" + Nodes.text(parameter, "name");
        all.add(name);
        Spec.ACCESS
            .schema(Nodes.get(parameter, "schema"))
            .enumValues()
            .forEach(value -> all.add(name + "=" + value));
      }
      for (Nodes.Entry response : operation.responses(Spec.ACCESS)) {
        addResponse(operation, Integer.parseInt(response.key()), all);
      }
    }
    return all;
  }

  private static void addResponse(Operation operation, int status, Set<String> all) {
    String place = operation.name() + " " + status;
    all.add(place);
    Spec.ACCESS
        .headers(operation, status)
        .keySet()
        .forEach(name -> all.add(place + " header " + name));
    addProperties(schema(operation, status), place + " $", all);
    if (status >= 400) {
      Spec.ACCESS
          .examples(operation, status)
          .keySet()
          .forEach(name -> all.add(place + " example " + name));
    }
  }

  private static Schema schema(Operation operation, int status) {
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

  /** The same names, for what cases ask, and what the mock server answers the SDK. */
  static Set<String> of(Collection<ContractCase> cases) {
    Set<String> covered = new TreeSet<>();
    for (ContractCase each : cases) {
      V4Interaction.SynchronousHttp one = each.played();
      Operation asked = each.operation();
      String operation = asked.name();
      int status = each.status();
      JsonNode body = each.shown();
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
    if (value.isNull()) {
      covered.add(path + " null");
    } else if (schema.isArray()) {
      value.forEach(item -> addValues(schema.items(), item, path + "[*]", covered));
    } else if (schema.isOpenEnum() && !schema.enumValues().contains(value.asText())) {
      covered.add(path + " newer than the spec");
    } else if (value.isTextual()) {
      covered.add(path + "=" + value.asText());
      covered.add(path + " as string");
    } else if (value.isBoolean()) {
      covered.add(path + " as boolean");
    } else if (value.isNumber()) {
      covered.add(path + " as number");
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
