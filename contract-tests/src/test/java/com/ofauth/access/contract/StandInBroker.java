package com.ofauth.access.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Pact broker as far as publishing and "can I deploy" need one. It takes what has its token,
 * keeps what is published, and lets a version be deployed when it was published and verified.
 */
final class StandInBroker implements AutoCloseable {
  private final String token;
  private final HttpServer server;
  private final List<JsonNode> published = Collections.synchronizedList(new ArrayList<>());
  private final List<Map<String, String>> questions =
      Collections.synchronizedList(new ArrayList<>());
  private final Set<String> verified = Collections.synchronizedSet(new HashSet<>());

  StandInBroker(String token) throws IOException {
    this.token = token;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What arrived at the link that publishes, in order. */
  List<JsonNode> published() {
    return List.copyOf(published);
  }

  /** The questions whether something can be deployed, by parameter. */
  List<Map<String, String>> questions() {
    return List.copyOf(questions);
  }

  /** As if the provider had verified all pacts of a version of a consumer. */
  void verified(String consumer, String version) {
    verified.add(consumer + " " + version);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + token).equals(authorization)) {
      answer(exchange, 401, Json.object().put("error", "no such token"));
      return;
    }
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    switch (call) {
      case "GET /" -> answer(exchange, 200, index());
      case "POST /contracts/publish" -> answer(exchange, 200, publish(new String(body, UTF_8)));
      case "GET /matrix" -> answer(exchange, 200, matrix(exchange.getRequestURI().getRawQuery()));
      default -> answer(exchange, 404, Json.object().put("error", call));
    }
  }

  private ObjectNode index() {
    ObjectNode link = Json.object().put("href", baseUrl() + "/contracts/publish");
    return Json.object().set("_links", Json.object().set("pb:publish-contracts", link));
  }

  private ObjectNode publish(String body) {
    JsonNode publication = Json.parse(body);
    published.add(publication);
    ObjectNode notice = Json.object().put("level", "success").put("text", "published");
    return Json.object().set("notices", Json.array().add(notice));
  }

  private ObjectNode matrix(String query) {
    Map<String, String> question = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      question.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
    }
    questions.add(question);
    String consumer = question.getOrDefault("q[][pacticipant]", "");
    String version = question.getOrDefault("q[][version]", "");
    boolean deployable =
        verified.contains(consumer + " " + version)
            && published.stream()
                .anyMatch(
                    one ->
                        one.path("pacticipantName").asText().equals(consumer)
                            && one.path("pacticipantVersionNumber").asText().equals(version));
    ObjectNode summary =
        Json.object()
            .put("deployable", deployable)
            .put("reason", deployable ? "all is verified" : "the provider has not verified it");
    return Json.object().<ObjectNode>set("summary", summary).set("matrix", Json.array());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/hal+json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
