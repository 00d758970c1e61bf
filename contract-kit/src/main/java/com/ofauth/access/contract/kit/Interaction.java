package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One interaction of a pact: in a state, a request is answered by a response.
 *
 * @param operationId of the OpenAPI document
 * @param state the name of the provider state
 * @param parameters of the state
 * @param query by name
 * @param headers of the request
 * @param status of the response
 * @param mediaType that the response is expected to have; empty for any
 * @param requiredHeaders of the response, other than the media type
 * @param rules of the body; null for any body
 */
record Interaction(
    String description,
    String operationId,
    String state,
    Map<String, Object> parameters,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    int status,
    String mediaType,
    List<String> requiredHeaders,
    @Nullable BodyRules rules) {

  private static final String CONTENT_TYPE = "Content-Type";

  /** Reads the interactions of a pact. */
  static List<Interaction> of(JsonNode pact) {
    List<Interaction> interactions = new ArrayList<>();
    pact.path("interactions").forEach(one -> interactions.add(read(one)));
    return interactions;
  }

  private static Interaction read(JsonNode one) {
    JsonNode request = one.path("request");
    JsonNode response = one.path("response");
    JsonNode state = one.at("/providerStates/0");
    Map<String, Object> parameters = new LinkedHashMap<>();
    state
        .path("params")
        .properties()
        .forEach(
            parameter ->
                parameters.put(
                    parameter.getKey(),
                    parameter.getValue().isIntegralNumber()
                        ? (Object) parameter.getValue().asLong()
                        : parameter.getValue().isBoolean()
                            ? (Object) parameter.getValue().asBoolean()
                            : parameter.getValue().asText()));
    List<String> required = new ArrayList<>();
    response.path("headers").fieldNames().forEachRemaining(required::add);
    required.remove(CONTENT_TYPE);
    JsonNode content =
        response.path("body").has("content")
            ? response.at("/body/content")
            : MissingNode.getInstance();
    return new Interaction(
        one.path("description").asText(),
        one.at("/comments/references/openapi/operationId").asText(),
        state.path("name").asText(),
        parameters,
        request.path("path").asText(),
        first(request.path("query")),
        first(request.path("headers")),
        response.path("status").asInt(),
        response.path("headers").path(CONTENT_TYPE).path(0).asText(),
        required,
        content.isMissingNode()
            ? null
            : new BodyRules(content, response.at("/matchingRules/body")));
  }

  private static Map<String, String> first(JsonNode values) {
    Map<String, String> first = new LinkedHashMap<>();
    values
        .properties()
        .forEach(value -> first.put(value.getKey(), value.getValue().path(0).asText()));
    return first;
  }

  @Override
  public String toString() {
    return description;
  }
}
