package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a provider answered. */
final class Answer {
  private final int status;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final byte[] body;

  Answer(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers.putAll(headers);
    this.body = body;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }

  Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /** The media type in lower case, without parameters; empty if there is none. */
  String mediaType() {
    return header("Content-Type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** The body as strict JSON; nothing if it is none. */
  JsonNode json() {
    try {
      return Json.parse(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** What the error body says for programs, if it is a word that the API documents. */
  String errorType() {
    String type = json().path("type").asText(json().path("code").asText());
    return KNOWN_ERRORS.contains(type) ? type : "";
  }

  private static final List<String> KNOWN_ERRORS =
      List.of(
          "UNAUTHORIZED",
          "SESSION_NOT_PROVIDED",
          "SESSION_EXPIRED",
          "RULES_OUTDATED",
          "FORBIDDEN",
          "BAD_REQUEST",
          "RESOURCE_NOT_FOUND",
          "ROUTE_NOT_FOUND",
          "RATE_LIMIT_EXCEEDED",
          "AUTH_INVALID_KEY",
          "AUTH_KEY_EXPIRED",
          "AUTH_INSUFFICIENT_SCOPE");
}
