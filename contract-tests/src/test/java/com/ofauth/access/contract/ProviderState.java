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
import java.util.function.Consumer;

/**
 * The states that a provider can be asked to be in, and how the in-process provider gets there. It
 * is reset before; it knows {@link ContractCase#API_KEY} and {@link ContractCase#CONNECTION}.
 */
@SuppressWarnings("ImmutableEnumChecker") // what the set-ups capture is constant
enum ProviderState {
  FULL_CHATS(
      "more chats than fit in a page, each with every known field",
      provider -> chats(provider, "ChatsFull", 0, 21)),
  MINIMAL_CHATS(
      "chats that have only the required fields",
      provider -> chats(provider, "ChatsMinimal", 0, 3)),
  NO_CHATS("no chats", provider -> provider.connection().chats().clear()),
  FORTY_ONE_CHATS("41 chats", provider -> chats(provider, "ChatsLastPage", 0, 41)),
  VARIED_CHATS(
      "two chats, the first with all types of media and nulls, the second blocked for a reason",
      provider -> {
        provider.connection().chats().clear();
        Contracts.listOf("ChatsVariants").forEach(chat -> addChat(provider, chat));
      }),
  NEW_MEDIA_TYPE_IN_CHAT(
      "a chat with a type of medium that is newer than the SDK",
      provider -> {
        provider.connection().chats().clear();
        addChat(provider, Contracts.withNewMediaType("ChatsFull").at("/list/0"));
      }),
  CHAT_FOR_EVERY_FILTER(
      "a chat about a birthday, of high priority, unread, by a tipper on user list 912837465",
      ProviderState::chatForEveryFilter),

  FULL_MASS_MESSAGES(
      "more sent mass messages than fit in a page, each with every known field",
      provider -> massMessages(sent(provider), "MassMessagesFull", 21)),
  MINIMAL_MASS_MESSAGES(
      "sent mass messages that have only the required fields",
      provider -> massMessages(sent(provider), "MassMessagesMinimal", 3)),
  NO_MASS_MESSAGES("no sent mass messages", provider -> sent(provider).clear()),
  FORTY_ONE_MASS_MESSAGES(
      "41 sent mass messages",
      provider -> massMessages(sent(provider), "MassMessagesLastPage", 41)),
  SCHEDULED_MASS_MESSAGE(
      "more scheduled mass messages than fit in a page, each with a null wherever one can be",
      provider ->
          massMessages(provider.connection().scheduledMassMessages(), "MassMessagesScheduled", 21)),
  UNSENT_MASS_MESSAGE(
      "a mass message that was taken back",
      provider ->
          massMessages(provider.connection().unsentMassMessages(), "MassMessagesMinimal", 1)),
  NEW_MEDIA_TYPE_IN_MASS_MESSAGE(
      "a sent mass message with a type of medium that is newer than the SDK",
      provider ->
          add(
              sent(provider).clear(),
              Contracts.withNewMediaType("MassMessagesFull").at("/list/0"))),

  CONNECTED("a connected account", provider -> {}),
  NO_CONNECTION("no connection has the id of the request", provider -> {}),
  KEY_UNKNOWN("the API key of the request is not valid", provider -> {}),
  KEY_UNKNOWN_OLDER(
      "the API key of the request is not valid, and errors come in the older dialect",
      provider -> provider.errorDialect(ErrorDialect.OLDER)),
  KEY_EXPIRED(
      "the API key has expired, and errors come in the dialect with message",
      replay(401, "ErrorExpiredKeyMessage")),
  SESSION_EXPIRED(
      "the creator's session has expired", provider -> provider.connection().expireSession()),
  RULES_OUTDATED(
      "the service renews its signing rules",
      provider -> provider.faults().always(AnswerFault.rulesOutdated())),
  NO_PERMISSION(
      "the connection lacks messages:read",
      provider -> provider.connection().revokePermission("messages:read")),
  NO_PERMISSION_OLDER(
      "the connection lacks messages:read, and errors come in the older dialect",
      provider -> {
        provider.connection().revokePermission("messages:read");
        replay(403, "ErrorForbiddenOlder").accept(provider);
      }),
  REFUSES("the service refuses the parameters", replay(400, "ErrorBadRequest")),
  REFUSES_OLDER(
      "the service refuses the parameters, and errors come in the older dialect",
      replay(400, "ErrorBadRequestOlder")),
  REFUSES_MESSAGE(
      "the service refuses the parameters, and errors come in the dialect with message",
      replay(400, "ErrorBadRequestMessage")),
  UNPROCESSABLE("the service can't process the parameters", replay(422, "ErrorUnprocessable")),
  NOT_FOUND("the resource does not exist", replay(404, "ErrorResourceNotFound")),
  NO_ROUTE("the route does not exist", replay(404, "ErrorRouteNotFound")),
  BUCKET_EMPTY(
      "the rate limit of the connection is used up",
      provider -> emptyBucket(provider, ErrorDialect.CURRENT)),
  BUCKET_EMPTY_MESSAGE(
      "the rate limit of the connection is used up, and errors come in the dialect with message",
      provider -> emptyBucket(provider, ErrorDialect.PUBLIC_SDKS)),
  FAILS("the service fails", replay(500, "ErrorInternal")),
  FAILS_OLDER(
      "the service fails, and errors come in the older dialect", replay(500, "ErrorInternalOlder")),
  PROXY_FAILS("the service is out of reach of its proxy", replay(502, "ErrorProxy")),
  UNAVAILABLE("the service is out of reach", replay(503, "ErrorNetwork")),
  TIMES_OUT("the service does not answer in time", replay(504, "ErrorTimeout"));

  private static final long USER_LIST = 912837465;

  private final String text;
  private final Consumer<OfAuthTestProvider> setUp;

  ProviderState(String text, Consumer<OfAuthTestProvider> setUp) {
    this.text = text;
    this.setUp = setUp;
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
