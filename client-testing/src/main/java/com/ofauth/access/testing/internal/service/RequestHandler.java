package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.ErrorDialect;
import com.ofauth.access.testing.internal.exchange.Body;
import com.ofauth.access.testing.internal.exchange.Exchange;
import com.ofauth.access.testing.internal.exchange.HttpCall;
import com.ofauth.access.testing.internal.exchange.HttpTime;
import com.ofauth.access.testing.internal.exchange.ReceivedRequest;
import com.ofauth.access.testing.internal.exchange.Reply;
import com.ofauth.access.testing.internal.exchange.ReplyEffect;
import com.ofauth.access.testing.internal.exchange.RequestContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happens to each request, in order: it is recorded, callbacks change the lists, the service's
 * rules answer it, faults spoil the answer.
 */
public final class RequestHandler implements Exchange.Receiver {
  private final InstantSource clock;
  private final RequestLog log;
  private final AccessApi api;
  private final ReplyEffect faults;
  private final List<Consumer<ReceivedRequest>> callbacks = new CopyOnWriteArrayList<>();
  private volatile ErrorDialect dialect = ErrorDialect.CURRENT;
  private volatile Duration clockSkew = Duration.ZERO;
  private volatile ConnectionRules keepAlive = ConnectionRules.UNLIMITED;
  private volatile Runnable stopListening = () -> {};

  public RequestHandler(
      String apiKey,
      InstantSource clock,
      Function<String, @Nullable Account> accounts,
      ReplyEffect faults) {
    this.clock = clock;
    this.log = new RequestLog(new Redactor(List.of(apiKey)));
    this.api = new AccessApi(apiKey, accounts);
    this.faults = faults;
  }

  @Override
  public Exchange receive(HttpCall call) {
    Instant now = clock.instant();
    ReceivedRequest request = log.record(call, now);
    RequestContext context =
        new RequestContext(
            request, dialect, "req_%08d".formatted(request.number()), now.plus(clockSkew));
    Reply reply = finish(answer(call, context), context);
    request.answeredWith(reply);
    return new Exchange(request, reply);
  }

  private Reply answer(HttpCall call, RequestContext context) {
    try {
      callbacks.forEach(callback -> callback.accept(context.request()));
      return api.answer(call, context);
    } catch (RuntimeException | Error e) {
      return failed(e, context);
    }
  }

  private Reply finish(Reply reply, RequestContext context) {
    Reply finished;
    try {
      Reply changed = faults.apply(withCommonHeaders(reply, context), context);
      // Written here, where a failure of the test's own code is noticed.
      finished = changed.withBody(Body.of(changed.body().bytes()));
    } catch (RuntimeException | Error e) {
      finished = withCommonHeaders(failed(e, context), context);
    }
    return keepAlive.limit(finished, context.request().call().origin());
  }

  /** For what the test's own code throws, assertions included; close() throws it again. */
  private Reply failed(Throwable failure, RequestContext context) {
    log.failed(failure);
    return ErrorReplies.of(ApiError.INTERNAL_SERVER_ERROR, context.dialect(), context.requestId());
  }

  private static Reply withCommonHeaders(Reply reply, RequestContext context) {
    return reply
        .withHeader("Date", HttpTime.date(context.serverTime()))
        .withHeader("X-Request-Id", context.requestId());
  }

  @Override
  public void abandoned(ReceivedRequest request) {
    log.abandoned(request);
  }

  @Override
  public int connectionOpened() {
    return log.connectionOpened();
  }

  @Override
  public void connectionClosed() {
    log.connectionClosed();
  }

  @Override
  public @Nullable Duration idleTimeout() {
    return keepAlive.idleTimeout();
  }

  @Override
  public void stopListening() {
    stopListening.run();
  }

  public void onStopListening(Runnable action) {
    stopListening = action;
  }

  public RequestLog log() {
    return log;
  }

  public void onRequest(Consumer<ReceivedRequest> callback) {
    callbacks.add(callback);
  }

  public void dialect(ErrorDialect changed) {
    dialect = changed;
  }

  public void keepAlive(ConnectionRules changed) {
    keepAlive = changed;
  }

  public void clockSkew(Duration changed) {
    clockSkew = changed;
  }

  /** Forgets requests and callbacks. */
  public void reset() {
    callbacks.clear();
    log.clear();
  }
}
