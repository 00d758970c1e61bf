package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.OfAuthJson;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.ErrorDialect;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RateLimit;
import com.ofauth.access.testing.RetryAfter;
import com.ofauth.access.testing.TestConnection;
import com.ofauth.access.testing.TestMassMessages;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The states that a provider can be asked to be in, and how the in-process provider gets there. It
 * is reset before; it knows {@link ContractCase#API_KEY} and {@link ContractCase#CONNECTION}.
 */
@SuppressWarnings("ImmutableEnumChecker") // what the set-ups capture is constant
enum ProviderState {
  FULL_CHATS(
      "more chats than fit in a page, each with every known field",
      list("chats", 21, "fields", "all"),
      provider -> chats(provider, "ChatsFull", 0, 21)),
  MINIMAL_CHATS(
      "chats that have only the required fields",
      list("chats", 3, "fields", "required"),
      provider -> chats(provider, "ChatsMinimal", 0, 3)),
  NO_CHATS("no chats", list("chats", 0), provider -> provider.connection().chats().clear()),
  FORTY_ONE_CHATS(
      "41 chats", list("chats", 41), provider -> chats(provider, "ChatsLastPage", 0, 41)),
  VARIED_CHATS(
      "two chats, the first with all types of media and nulls, the second blocked for a reason",
      list("chats", 2, "fields", "varied"),
      provider -> {
        provider.connection().chats().clear();
        Contracts.listOf("ChatsVariants").forEach(chat -> addChat(provider, chat));
      }),
  NEW_MEDIA_TYPE_IN_CHAT(
      "a chat with a type of medium that is newer than the SDK",
      list("chats", 1, "mediaType", Contracts.NEW_MEDIA_TYPE),
      provider -> {
        provider.connection().chats().clear();
        addChat(provider, Contracts.withNewMediaType("ChatsFull").at("/list/0"));
      }),
  CHAT_FOR_EVERY_FILTER(
      "a chat about a birthday, of high priority, unread, by a tipper on user list 912837465",
      list("chats", 1, "text", "birthday", "userListId", 912837465L, "for", "every filter"),
      ProviderState::chatForEveryFilter),

  FULL_MASS_MESSAGES(
      "more sent mass messages than fit in a page, each with every known field",
      list("mass-messages", 21, "fields", "all", "type", "sent"),
      provider -> massMessages(sent(provider), "MassMessagesFull", 21)),
  MINIMAL_MASS_MESSAGES(
      "sent mass messages that have only the required fields",
      list("mass-messages", 3, "fields", "required", "type", "sent"),
      provider -> massMessages(sent(provider), "MassMessagesMinimal", 3)),
  NO_MASS_MESSAGES(
      "no sent mass messages",
      list("mass-messages", 0, "type", "sent"),
      provider -> sent(provider).clear()),
  FORTY_ONE_MASS_MESSAGES(
      "41 sent mass messages",
      list("mass-messages", 41, "type", "sent"),
      provider -> massMessages(sent(provider), "MassMessagesLastPage", 41)),
  SCHEDULED_MASS_MESSAGE(
      "more scheduled mass messages than fit in a page, each with a null wherever one can be",
      list("mass-messages", 21, "fields", "null", "type", "scheduled"),
      provider ->
          massMessages(provider.connection().scheduledMassMessages(), "MassMessagesScheduled", 21)),
  UNSENT_MASS_MESSAGE(
      "a mass message that was taken back",
      list("mass-messages", 1, "fields", "required", "type", "unsent"),
      provider ->
          massMessages(provider.connection().unsentMassMessages(), "MassMessagesMinimal", 1)),
  NEW_MEDIA_TYPE_IN_MASS_MESSAGE(
      "a sent mass message with a type of medium that is newer than the SDK",
      list("mass-messages", 1, "mediaType", Contracts.NEW_MEDIA_TYPE, "type", "sent"),
      provider ->
          add(
              sent(provider).clear(),
              Contracts.withNewMediaType("MassMessagesFull").at("/list/0"))),

  CONNECTED("a connected account", Map.of(), provider -> {}),
  NO_CONNECTION(
      "no connection has the id of the request",
      error(401, "ErrorSessionNotProvided"),
      provider -> {}),
  KEY_UNKNOWN(
      "the API key of the request is not valid", error(401, "ErrorUnauthorized"), provider -> {}),
  KEY_UNKNOWN_OLDER(
      "the API key of the request is not valid, and errors come in the older dialect",
      error(401, "ErrorInvalidKeyOlder"),
      provider -> provider.errorDialect(ErrorDialect.OLDER)),
  KEY_EXPIRED(
      "the API key has expired, and errors come in the dialect with message",
      error(401, "ErrorExpiredKeyMessage"),
      replay(401, "ErrorExpiredKeyMessage")),
  SESSION_EXPIRED(
      "the creator's session has expired",
      error(401, "ErrorSessionExpired"),
      provider -> provider.connection().expireSession()),
  RULES_OUTDATED(
      "the service renews its signing rules",
      error(401, "ErrorRulesOutdated"),
      provider -> provider.faults().always(AnswerFault.rulesOutdated())),
  NO_PERMISSION(
      "the connection lacks messages:read",
      error(403, "ErrorForbidden"),
      provider -> provider.connection().revokePermission("messages:read")),
  NO_PERMISSION_OLDER(
      "the connection lacks messages:read, and errors come in the older dialect",
      error(403, "ErrorForbiddenOlder"),
      provider -> {
        provider.connection().revokePermission("messages:read");
        replay(403, "ErrorForbiddenOlder").accept(provider);
      }),
  REFUSES(
      "the service refuses the parameters",
      error(400, "ErrorBadRequest"),
      replay(400, "ErrorBadRequest")),
  REFUSES_OLDER(
      "the service refuses the parameters, and errors come in the older dialect",
      error(400, "ErrorBadRequestOlder"),
      replay(400, "ErrorBadRequestOlder")),
  REFUSES_MESSAGE(
      "the service refuses the parameters, and errors come in the dialect with message",
      error(400, "ErrorBadRequestMessage"),
      replay(400, "ErrorBadRequestMessage")),
  UNPROCESSABLE(
      "the service can't process the parameters",
      error(422, "ErrorUnprocessable"),
      replay(422, "ErrorUnprocessable")),
  NOT_FOUND(
      "the resource does not exist",
      error(404, "ErrorResourceNotFound"),
      replay(404, "ErrorResourceNotFound")),
  NO_ROUTE(
      "the route does not exist",
      error(404, "ErrorRouteNotFound"),
      replay(404, "ErrorRouteNotFound")),
  BUCKET_EMPTY(
      "the rate limit of the connection is used up",
      error(429, "ErrorRateLimit"),
      provider -> emptyBucket(provider, ErrorDialect.CURRENT)),
  BUCKET_EMPTY_MESSAGE(
      "the rate limit of the connection is used up, and errors come in the dialect with message",
      error(429, "ErrorRateLimitMessage"),
      provider -> emptyBucket(provider, ErrorDialect.PUBLIC_SDKS)),
  FAILS("the service fails", error(500, "ErrorInternal"), replay(500, "ErrorInternal")),
  FAILS_OLDER(
      "the service fails, and errors come in the older dialect",
      error(500, "ErrorInternalOlder"),
      replay(500, "ErrorInternalOlder")),
  PROXY_FAILS(
      "the service is out of reach of its proxy",
      error(502, "ErrorProxy"),
      replay(502, "ErrorProxy")),
  UNAVAILABLE(
      "the service is out of reach", error(503, "ErrorNetwork"), replay(503, "ErrorNetwork")),
  TIMES_OUT(
      "the service does not answer in time",
      error(504, "ErrorTimeout"),
      replay(504, "ErrorTimeout"));

  private static final long USER_LIST = 912837465;

  private final String text;
  private final Map<String, Object> parameters;
  private final Consumer<OfAuthTestProvider> setUp;

  ProviderState(String text, Map<String, Object> parameters, Consumer<OfAuthTestProvider> setUp) {
    this.text = text;
    this.parameters = parameters;
    this.setUp = setUp;
  }

  /** What a handler of states can do without knowing the names of all of them. */
  Map<String, Object> parameters() {
    return parameters;
  }

  /** A list of an endpoint has so many items, with more that holds of them. */
  private static Map<String, Object> list(String endpoint, int count, Object... more) {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("endpoint", endpoint);
    parameters.put("count", count);
    for (int i = 0; i < more.length; i += 2) {
      parameters.put((String) more[i], more[i + 1]);
    }
    return Collections.unmodifiableMap(parameters);
  }

  /** Every endpoint answers with an error, like an example of the spec. */
  private static Map<String, Object> error(int status, String example) {
    JsonNode body = Spec.ACCESS.example(example);
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("status", status);
    parameters.put(
        "dialect", body.has("message") ? "message" : body.has("code") ? "older" : "current");
    if (body.has("type")) {
      parameters.put("errorType", body.path("type").asText());
    }
    if (body.has("code")) {
      parameters.put("errorCode", body.path("code").asText());
    }
    return Collections.unmodifiableMap(parameters);
  }

  /** As pacts name it. */
  String text() {
    return text;
  }

  static ProviderState of(String text) {
    for (ProviderState state : values()) {
      if (state.text.equals(text)) {
        return state;
      }
    }
    throw new IllegalArgumentException("no provider state: " + text);
  }

  void setUp(OfAuthTestProvider provider) {
    setUp.accept(provider);
  }

  /** What the in-process provider has no cause for by itself, it is told to answer. */
  private static Consumer<OfAuthTestProvider> replay(int status, String example) {
    return provider ->
        provider
            .faults()
            .always(
                AnswerFault.respond(
                    status, "application/json", Spec.ACCESS.example(example).toString()));
  }

  private static void emptyBucket(OfAuthTestProvider provider, ErrorDialect dialect) {
    TestConnection connection = provider.connection();
    connection.rateLimit(RateLimit.of(1, 1).retryAfter(RetryAfter.seconds()));
    connection.spendTokens(1);
    provider.errorDialect(dialect);
  }

  private static void chats(OfAuthTestProvider provider, String example, int item, int count) {
    provider.connection().chats().clear();
    for (int i = 0; i < count; i++) {
      ObjectNode chat = Contracts.listOf(example).get(item).deepCopy();
      ObjectNode user = (ObjectNode) chat.path("withUser");
      addChat(provider, chat.set("withUser", user.put("id", user.path("id").asLong() + i)));
    }
  }

  private static Chat addChat(OfAuthTestProvider provider, JsonNode json) {
    Chat chat = read(Chat.class, json);
    provider.connection().chats().add(chat);
    return chat;
  }

  private static void chatForEveryFilter(OfAuthTestProvider provider) {
    chats(provider, "ChatsMinimal", 0, 2);
    ObjectNode json = Contracts.listOf("ChatsFull").get(0).deepCopy();
    ((ObjectNode) json.path("withUser")).put("id", 4242);
    ((ObjectNode) json.path("lastMessage")).put("text", "See you at the birthday party");
    long user = addChat(provider, json).withUser().id();
    provider
        .connection()
        .chats()
        .setPriority(user, true)
        .markAsTipper(user)
        .setUserList(USER_LIST, user);
  }

  private static TestMassMessages sent(OfAuthTestProvider provider) {
    return provider.connection().massMessages();
  }

  private static void massMessages(TestMassMessages list, String example, int count) {
    list.clear();
    for (int i = 0; i < count; i++) {
      ObjectNode message = Contracts.listOf(example).get(0).deepCopy();
      add(list, message.put("id", message.path("id").asLong() + i));
    }
  }

  private static void add(TestMassMessages list, JsonNode json) {
    list.add(read(MassMessage.class, json));
  }

  private static <T> T read(Class<T> type, JsonNode json) {
    return OfAuthJson.read(type, json.toString());
  }
}
