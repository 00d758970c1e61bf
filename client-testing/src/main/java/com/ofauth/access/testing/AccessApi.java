package com.ofauth.access.testing;

import com.ofauth.access.testing.PageBody.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the service: who may ask, what a request means, what it gets. Knows nothing of HTTP
 * connections.
 *
 * <p>A request is checked in this order: route, API key, connection, rate limit, session,
 * permission, parameters. What costs a token is hence what reaches the limiter: every request of a
 * known connection, an invalid one too. Parameters that the endpoint does not know are ignored.
 */
final class AccessApi {
  static final String PERMISSION = "messages:read";

  private static final Map<String, Route> ROUTES =
      Map.of(
          "/v2/access/chats", AccessApi::chats,
          "/v2/access/mass-messages", AccessApi::massMessages);

  private final String apiKey;
  private final Map<String, TestConnection> connections;

  private interface Route {
    /** The page that is asked for, or null where the reader has found problems. */
    @Nullable PageBody page(TestConnection connection, QueryReader reader);
  }

  /**
   * What stays the same for one request.
   *
   * @param dialect how errors are worded
   * @param requestId named by errors
   * @param now the time of arrival
   * @param serverTime the same as the server's clock shows it
   */
  record Circumstances(ErrorDialect dialect, String requestId, Instant now, Instant serverTime) {}

  AccessApi(String apiKey, Map<String, TestConnection> connections) {
    this.apiKey = apiKey;
    this.connections = connections;
  }

  Reply answer(HttpCall call, Circumstances circumstances) {
    Route route = ROUTES.get(call.path());
    if (route == null || !call.method().equals("GET")) {
      return error(ApiError.ROUTE_NOT_FOUND, circumstances);
    }
    if (!apiKey.equals(call.header("apiKey"))) {
      return error(ApiError.UNAUTHORIZED, circumstances);
    }
    String connectionId = call.header("x-connection-id");
    TestConnection connection = connectionId == null ? null : connections.get(connectionId);
    if (connection == null) {
      return error(ApiError.SESSION_NOT_PROVIDED, circumstances);
    }
    RateDecision rate = connection.takeToken(circumstances.now(), circumstances.serverTime());
    Reply reply =
        rate.allowed()
            ? answer(route, connection, call, circumstances)
            : error(ApiError.RATE_LIMIT_EXCEEDED, circumstances);
    return reply.withHeaders(reply.headers().with(rate.headers()));
  }

  private static Reply answer(
      Route route, TestConnection connection, HttpCall call, Circumstances circumstances) {
    ApiError refusal = connection.refusal();
    if (refusal != null) {
      return error(refusal, circumstances);
    }
    QueryReader reader = new QueryReader(call.query());
    PageBody page = route.page(connection, reader);
    return page == null ? invalid(reader.problems(), circumstances) : Reply.page(page);
  }

  private static @Nullable PageBody chats(TestConnection connection, QueryReader reader) {
    Asked asked = new Asked(reader.offset(), reader.limit(), true);
    ChatSelection selection = ChatSelection.read(reader);
    return reader.problems().isEmpty() ? connection.chats().page(selection, asked) : null;
  }

  private static @Nullable PageBody massMessages(TestConnection connection, QueryReader reader) {
    Asked asked = new Asked(reader.offset(), reader.limit(), false);
    String type = reader.oneOf("type", List.of("sent", "unsent", "scheduled"), "sent");
    if (!reader.problems().isEmpty()) {
      return null;
    }
    TestMassMessages list =
        switch (type) {
          case "unsent" -> connection.unsentMassMessages();
          case "scheduled" -> connection.scheduledMassMessages();
          default -> connection.massMessages();
        };
    return list.page(asked);
  }

  private static Reply invalid(Map<String, String> problems, Circumstances circumstances) {
    Map.Entry<String, String> first = problems.entrySet().iterator().next();
    return ErrorReplies.of(
        ApiError.BAD_REQUEST,
        first.getKey() + ": " + first.getValue(),
        problems,
        circumstances.dialect(),
        circumstances.requestId());
  }

  private static Reply error(ApiError error, Circumstances circumstances) {
    return ErrorReplies.of(error, circumstances.dialect(), circumstances.requestId());
  }
}
