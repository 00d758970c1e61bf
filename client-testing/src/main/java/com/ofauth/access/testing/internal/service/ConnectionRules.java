package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.internal.exchange.HttpCall;
import com.ofauth.access.testing.internal.exchange.Reply;
import com.ofauth.access.testing.internal.exchange.ResponseDelivery.After;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long connections are kept open.
 *
 * @param idleTimeout how long a connection may be idle, or null for ever
 * @param maxRequests how many requests one connection may bring; 0 for any number
 * @param announced whether the last answer announces the end of its connection
 */
public record ConnectionRules(@Nullable Duration idleTimeout, int maxRequests, boolean announced) {
  public static final ConnectionRules UNLIMITED = new ConnectionRules(null, 0, true);

  /** The answer, made the last one of its connection if the connection has had its requests. */
  Reply limit(Reply reply, HttpCall.Origin origin) {
    boolean last = maxRequests > 0 && origin.numberOnConnection() >= maxRequests;
    return last && reply.delivery().after() == After.KEEP
        ? reply.withDelivery(reply.delivery().withAfter(announced ? After.GO_AWAY : After.CLOSE))
        : reply;
  }
}
