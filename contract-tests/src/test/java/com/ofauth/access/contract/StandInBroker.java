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
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Pact broker as far as publishing and "can I deploy" need one. It takes what has its token,
 * keeps what is published, and lets a version be deployed when the version of the provider that is
 * in production has verified it.
 */
final class StandInBroker implements AutoCloseable {
  private static final Pattern PACT =
      Pattern.compile("GET /pacts/provider/ofauth-access-api/consumer/([^/]+)/version/([^/]+)");
  private static final Pattern RESULTS = Pattern.compile("POST /results/([^/]+)/([^/]+)");
  private static final Pattern DEPLOYMENT =
      Pattern.compile(
          "POST /pacticipants/ofauth-access-api/versions/([^/]+)/deployed-versions/environment/6f1e");

  private final String token;
  private final HttpServer server;
  private final List<JsonNode> published = Collections.synchronizedList(new ArrayList<>());
  private final List<Map<String, String>> questions =
      Collections.synchronizedList(new ArrayList<>());
  private final List<JsonNode> verifications = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> deployed = Collections.synchronizedSet(new HashSet<>());

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

  /** As if a pact had been published as a version. */
  void accept(Pacts pact, String version) throws IOException {
    String content = Base64.getEncoder().encodeToString(Files.readAllBytes(pact.file()));
    ObjectNode publication =
        Json.object()
            .put("pacticipantName", pact.consumer())
            .put("pacticipantVersionNumber", version);
    publication.putArray("contracts").addObject().put("content", content);
    published.add(publication);
  }

  /** The verifications that were published, each with the consumer and its version. */
  List<JsonNode> verifications() {
    return List.copyOf(verifications);
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
    Matcher pact = PACT.matcher(call);
    Matcher results = RESULTS.matcher(call);
    Matcher deployment = DEPLOYMENT.matcher(call);
    String text = new String(body, UTF_8);
    if (pact.matches()) {
      Optional<JsonNode> found = pact(pact.group(1), pact.group(2));
      answer(exchange, found.isPresent() ? 200 : 404, found.orElse(Json.object()));
    } else if (results.matches()) {
      ObjectNode result = (ObjectNode) Json.parse(text);
      verifications.add(
          result.put("consumer", results.group(1)).put("consumerVersion", results.group(2)));
      answer(exchange, 201, result);
    } else if (deployment.matches()) {
      deployed.add(deployment.group(1));
      answer(exchange, 201, Json.object());
    } else {
      switch (call) {
        case "GET /" -> answer(exchange, 200, index());
        case "GET /environments" -> answer(exchange, 200, environments());
        case "POST /contracts/publish" -> answer(exchange, 200, publish(text));
        case "GET /matrix" -> answer(exchange, 200, matrix(exchange.getRequestURI().getRawQuery()));
        default -> answer(exchange, 404, Json.object().put("error", call));
      }
    }
  }

  /** The pact of a version, with the link that verifications are published to. */
  private Optional<JsonNode> pact(String consumer, String version) {
    return published.stream()
        .filter(one -> one.path("pacticipantName").asText().equals(consumer))
        .filter(one -> one.path("pacticipantVersionNumber").asText().equals(version))
        .findFirst()
        .map(
            one -> {
              String content = one.at("/contracts/0/content").asText();
              ObjectNode pact =
                  (ObjectNode) Json.parse(new String(Base64.getDecoder().decode(content), UTF_8));
              ObjectNode link =
                  Json.object().put("href", baseUrl() + "/results/" + consumer + "/" + version);
              return pact.set("_links", Json.object().set("pb:publish-verification-results", link));
            });
  }

  private static ObjectNode environments() {
    ObjectNode production = Json.object().put("name", "production").put("uuid", "6f1e");
    return Json.object()
        .set("_embedded", Json.object().set("environments", Json.array().add(production)));
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
        verifications.stream()
            .anyMatch(
                one ->
                    one.path("success").asBoolean()
                        && one.path("consumer").asText().equals(consumer)
                        && one.path("consumerVersion").asText().equals(version)
                        && deployed.contains(one.path("providerApplicationVersion").asText()));
    String reason =
        deployable
            ? "All required verification results are published and successful"
            : "There is no verified pact between version "
                + version
                + " of "
                + consumer
                + " and the version of ofauth-access-api that is in production";
    ObjectNode summary = Json.object().put("deployable", deployable).put("reason", reason);
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
