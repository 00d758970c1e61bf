package com.ofauth.access.contract.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A made-up account, served by the JDK's server. It shares no code with the test provider, and is
 * written from the documentation of the two endpoints.
 */
final class Account implements AutoCloseable {
  static final String KEY = "sk_live_canary";
  static final String CONNECTION = "conn_canary";

  private static final String CHATS = "/v2/access/chats";
  private static final String MASS_MESSAGES = "/v2/access/mass-messages";

  /** Newest first. */
  final List<ObjectNode> chats = Collections.synchronizedList(new ArrayList<>());

  /** By status, newest first. */
  final Map<String, List<ObjectNode>> massMessages = new LinkedHashMap<>();

  /** The requests so far, without credentials. */
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  private final HttpServer server;
  private volatile UnaryOperator<String> change = body -> body;
  private volatile UnaryOperator<Map<String, String>> hearing = query -> query;
  private volatile Predicate<HttpExchange> other = exchange -> false;
  private volatile Runnable after = () -> {};
  private volatile boolean checksKeys = true;
  private volatile String mediaType = "application/json";

  Account() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** An account with so many chats, and as many mass messages of each status. */
  static Account of(int items) throws IOException {
    Account account = new Account();
    for (int i = 0; i < items; i++) {
      account.chats.add(chat(i));
      for (String status : List.of("sent", "unsent", "scheduled")) {
        account
            .massMessages
            .computeIfAbsent(status, key -> new ArrayList<>())
            .add(massMessage(status.length() * 1000L + i));
      }
    }
    return account;
  }

  static ObjectNode chat(int i) {
    return object(
        """
        {"withUser": {"id": %d, "_view": "s"}, "canNotSendReason": false, "canSendMessage": true,
         "unreadMessagesCount": %d, "countPinnedMessages": 0,
         "lastMessage": {"id": %d, "text": "hello", "fromUser": {"id": 5, "name": "Robin"},
           "media": [{"id": 7, "type": "photo", "convertedToVideo": false, "canView": true,
             "hasError": false, "createdAt": "2024-01-15T10:30:00Z", "isReady": true}],
           "previews": [7], "isTip": false,
           "createdAt": "2024-01-%02dT10:30:00+00:00"}}
        """
            .formatted(100 + i, i % 2, 9000 - i, 28 - i % 27));
  }

  static ObjectNode massMessage(long id) {
    return object(
        """
        {"id": %d, "text": "news", "fromUser": {"id": 5, "_view": "s"}, "media": [],
         "previews": [], "date": "2024-01-15T18:00:00+00:00", "sentCount": 3, "price": "14.99",
         "mediaTypes": {"photo": 1}}
        """
            .formatted(id));
  }

  static ObjectNode object(String json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  List<ObjectNode> sent() {
    return massMessages.getOrDefault("sent", List.of());
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Changes the text of each page. */
  void change(UnaryOperator<String> change) {
    this.change = change;
  }

  /** Changes what the account understands of a request. */
  void hear(UnaryOperator<Map<String, String>> hearing) {
    this.hearing = hearing;
  }

  /** Answers a request otherwise, if it returns true. */
  void answerOtherwise(Predicate<HttpExchange> other) {
    this.other = other;
  }

  /** What happens after each page. */
  void after(Runnable after) {
    this.after = after;
  }

  void acceptAnyKey() {
    checksKeys = false;
  }

  void mediaType(String mediaType) {
    this.mediaType = mediaType;
  }

  static boolean answer(HttpExchange exchange, int status, String type, String body) {
    try {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
      return true;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) {
    requests.add(exchange.getRequestURI().toString());
    if (other.test(exchange)) {
      return;
    }
    if (checksKeys && !KEY.equals(exchange.getRequestHeaders().getFirst("apiKey"))) {
      answer(
          exchange,
          401,
          "application/json",
          "{\"error\":\"Invalid API key\",\"type\":\"UNAUTHORIZED\"}");
      return;
    }
    if (!CONNECTION.equals(exchange.getRequestHeaders().getFirst("x-connection-id"))) {
      answer(exchange, 401, "application/json", "{\"type\":\"SESSION_NOT_PROVIDED\"}");
      return;
    }
    Map<String, String> query = hearing.apply(query(exchange.getRequestURI().getRawQuery()));
    switch (exchange.getRequestURI().getPath()) {
      case CHATS -> answer(exchange, 200, mediaType, change.apply(page(chats(query), query)));
      case MASS_MESSAGES ->
          answer(
              exchange,
              200,
              mediaType,
              change.apply(
                  page(
                      massMessages.getOrDefault(query.getOrDefault("type", "sent"), List.of()),
                      query)));
      default -> answer(exchange, 404, "application/json", "{\"type\":\"ROUTE_NOT_FOUND\"}");
    }
    after.run();
  }

  private List<ObjectNode> chats(Map<String, String> query) {
    List<ObjectNode> found = new ArrayList<>();
    for (ObjectNode chat : List.copyOf(chats)) {
      boolean fits =
          switch (query.getOrDefault("filter", "")) {
            case "" -> true;
            case "unread" -> chat.path("unreadMessagesCount").asInt() > 0;
            case "priority" -> chat.at("/withUser/id").asInt() % 3 == 0;
            default -> chat.at("/withUser/id").asInt() % 5 == 0;
          };
      if (fits) {
        found.add(chat);
      }
    }
    if (query.getOrDefault("order", "recent").equals("old")) {
      Collections.reverse(found);
    }
    return found;
  }

  private static String page(List<ObjectNode> all, Map<String, String> query) {
    int from = Math.min(all.size(), Integer.parseInt(query.getOrDefault("offset", "0")));
    int to = Math.min(all.size(), from + Integer.parseInt(query.getOrDefault("limit", "10")));
    ArrayNode list = Json.MAPPER.createArrayNode();
    all.subList(from, to).forEach(list::add);
    JsonNode page =
        Json.MAPPER
            .createObjectNode()
            .put("hasMore", to < all.size())
            .<ObjectNode>set("list", list);
    return page.toString();
  }

  private static Map<String, String> query(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return parameters;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
