package com.ofauth.access.contract;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.V4Interaction;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds what a pact asks and expects against what the spec allows. */
final class SpecCheck {
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(openEnumsOpened().toString())
          .withLevelResolver(
              LevelResolver.create()
                  .withLevel(
                      "validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                  // It would refuse what one part of an allOf has and the other has not. The
                  // properties are looked up one by one instead.
                  .withLevel(
                      "validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                  .build())
          .build();

  private SpecCheck() {}

  /** What the spec does not allow, and why. */
  static List<String> problems(V4Interaction.SynchronousHttp interaction) {
    HttpRequest asked = interaction.getRequest();
    HttpResponse expected = interaction.getResponse();
    SimpleRequest.Builder request = new SimpleRequest.Builder(asked.getMethod(), asked.getPath());
    asked.getQuery().forEach((name, values) -> request.withQueryParam(name, values));
    asked.getHeaders().forEach((name, values) -> request.withHeader(name, values));
    SimpleResponse.Builder response = SimpleResponse.Builder.status(expected.getStatus());
    expected.getHeaders().forEach((name, values) -> response.withHeader(name, values));
    List<String> problems = new ArrayList<>();
    boolean anyBody = !expected.getBody().isPresent();
    Operation operation = Interactions.operation(interaction);
    if (!anyBody) {
      response.withBody(expected.getBody().valueAsString());
    } else if (Spec.ACCESS.response(operation, expected.getStatus()) == null) {
      problems.add("The spec has no response " + expected.getStatus() + " here");
    }
    (anyBody
            ? VALIDATOR.validateRequest(request.build())
            : VALIDATOR.validate(request.build(), response.build()))
        .getMessages()
        .forEach(
            message -> {
              if (message.getLevel() == ValidationReport.Level.ERROR) {
                problems.add(message.getMessage());
              }
            });
    addUnknown(operation, expected, problems);
    return problems;
  }

  private static void addUnknown(
      Operation operation, HttpResponse expected, List<String> problems) {
    Set<String> headers = Spec.ACCESS.headers(operation, expected.getStatus()).keySet();
    for (String name : expected.getHeaders().keySet()) {
      if (!name.equals("Content-Type") && !headers.contains(name)) {
        problems.add("The spec has no response header " + name + " here");
      }
    }
    String schema = Spec.ACCESS.responseSchema(operation, expected.getStatus());
    if (!schema.isEmpty() && expected.getBody().isPresent()) {
      addUnknown(
          Spec.ACCESS.schema(schema),
          Json.parse(expected.getBody().valueAsString()),
          "$",
          problems);
    }
  }

  private static void addUnknown(
      Schema schema, JsonNode value, String path, List<String> problems) {
    if (schema.isArray()) {
      value.forEach(item -> addUnknown(schema.items(), item, path + "[*]", problems));
    } else if (schema.isObject()) {
      value
          .fields()
          .forEachRemaining(
              field -> {
                String child = path + "." + field.getKey();
                Schema property = schema.properties().get(field.getKey());
                if (property != null) {
                  addUnknown(property, field.getValue(), child, problems);
                } else if (!field.getKey().equals(Shapes.UNKNOWN_PROPERTY)) {
                  problems.add("The spec has no property " + child);
                }
              });
    }
  }

  /** Values of an open enum beyond those that are known are no breach of the spec. */
  private static JsonNode openEnumsOpened() {
    JsonNode spec = Spec.ACCESS.json().deepCopy();
    spec.findParents("x-ofauth-open-enum").forEach(schema -> ((ObjectNode) schema).remove("enum"));
    return spec;
  }
}
