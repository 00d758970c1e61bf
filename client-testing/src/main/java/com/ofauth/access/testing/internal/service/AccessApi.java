package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.internal.exchange.HttpCall;
import com.ofauth.access.testing.internal.exchange.PageBody;
import com.ofauth.access.testing.internal.exchange.PageBody.Asked;
import com.ofauth.access.testing.internal.exchange.Reply;
import com.ofauth.access.testing.internal.exchange.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the service: who may ask, what a request means, what it gets. Knows nothing of HTTP
 * connections.
 *
 * <p>A request is checked in this order: route, API key, connection, rate limit, session,
 * permission, parameters. What costs a token is hence what reaches the limiter: every request of a
 * known connection, an invalid one too. Parameters that the endpoint does not know are ignored.
 */
public final class AccessApi {
  public static final String PERMISSION = "messages:read";

  private static final Map<String, Route> ROUTES =
      Map.of(
          "/v2/access/chats", AccessApi::chats,
          "/v2/access/mass-messages", AccessApi::massMessages);

  private final String apiKey;
  private final Function<String, @Nullable Account> accounts;

  private interface Route {
    /** The page that is asked for, or null where the reader has found problems. */
    @Nullable PageBody page(Account account, QueryReader reader);
  }

  AccessApi(String apiKey, Function<String, @Nullable Account> accounts) {
    this.apiKey = apiKey;
    this.accounts = accounts;
  }

  public Reply answer(HttpCall call, RequestContext context) {
    Route route = ROUTES.get(call.path());
    if (route == null || !call.method().equals("GET")) {
      return error(ApiError.ROUTE_NOT_FOUND, context);
    }
    if (!apiKey.equals(call.header("apiKey"))) {
      return error(ApiError.UNAUTHORIZED, context);
    }
    String connectionId = call.header("x-connection-id");
    Account account = connectionId == null ? null : accounts.apply(connectionId);
    if (account == null) {
      return error(ApiError.SESSION_NOT_PROVIDED, context);
    }
    RateDecision rate = account.takeToken(context.now(), context.serverTime());
    Reply reply =
        rate.allowed()
            ? answer(route, account, call, context)
            : error(ApiError.RATE_LIMIT_EXCEEDED, context);
    return reply.withHeaders(reply.headers().with(rate.headers()));
  }

  private static Reply answer(Route route, Account account, HttpCall call, RequestContext context) {
    ApiError refusal = account.refusal();
    if (refusal != null) {
      return error(refusal, context);
    }
    QueryReader reader = new QueryReader(call.query());
    PageBody page = route.page(account, reader);
    return page == null ? invalid(reader.problems(), context) : Reply.page(page);
  }

  private static @Nullable PageBody chats(Account account, QueryReader reader) {
    Asked asked = new Asked(reader.offset(), reader.limit(), true);
    ChatSelection selection = ChatSelection.read(reader);
    return reader.problems().isEmpty() ? account.chats(selection, asked) : null;
  }

  private static @Nullable PageBody massMessages(Account account, QueryReader reader) {
    Asked asked = new Asked(reader.offset(), reader.limit(), false);
    String type = reader.oneOf("type", List.of("sent", "unsent", "scheduled"), "sent");
    return reader.problems().isEmpty() ? account.massMessages(type, asked) : null;
  }

  private static Reply invalid(Map<String, String> problems, RequestContext context) {
    Map.Entry<String, String> first = problems.entrySet().iterator().next();
    return ErrorReplies.of(
        ApiError.BAD_REQUEST,
        first.getKey() + ": " + first.getValue(),
        problems,
        context.dialect(),
        context.requestId());
  }

  private static Reply error(ApiError error, RequestContext context) {
    return ErrorReplies.of(error, context.dialect(), context.requestId());
  }
}
