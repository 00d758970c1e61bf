package com.ofauth.access.testing;

import com.ofauth.access.testing.AccessApi.Circumstances;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What happens to each request, in order: it is recorded, callbacks change the lists, the service's
 * rules answer it, faults spoil the answer.
 */
final class RequestHandler implements Exchange.Receiver {
  private final ProviderOptions options;
  private final RequestLog log;
  private final AccessApi api;
  private final Faults faults = new Faults();
  private final Map<String, TestConnection> connections = new ConcurrentHashMap<>();
  private final List<Consumer<RecordedRequest>> callbacks = new CopyOnWriteArrayList<>();
  private volatile ErrorDialect dialect;
  private volatile Duration clockSkew;
  private volatile Runnable stopListening = () -> {};

  RequestHandler(ProviderOptions options) {
    this.options = options;
    this.log = new RequestLog(new Redactor(List.of(options.apiKey())));
    this.api = new AccessApi(options.apiKey(), connections);
    this.dialect = options.dialect();
    this.clockSkew = options.clockSkew();
    addFirstConnection();
  }

  @Override
  public Exchange receive(HttpCall call) {
    Instant now = options.clock().instant();
    RecordedRequest request = log.record(call, now);
    Circumstances circumstances =
        new Circumstances(
            dialect, "req_%08d".formatted(request.number()), now, now.plus(clockSkew));
    Reply reply = finish(answer(call, request, circumstances), request, circumstances);
    request.answeredWith(reply);
    return new Exchange(request, reply);
  }

  private Reply answer(HttpCall call, RecordedRequest request, Circumstances circumstances) {
    try {
      callbacks.forEach(callback -> callback.accept(request));
      return api.answer(call, circumstances);
    } catch (RuntimeException | Error e) {
      // Assertions in callbacks come here too: the test hears of them from close().
      log.failed(e);
      return ErrorReplies.of(
          ApiError.INTERNAL_SERVER_ERROR, circumstances.dialect(), circumstances.requestId());
    }
  }

  private Reply finish(Reply reply, RecordedRequest request, Circumstances circumstances) {
    Reply dated = reply.withHeader("Date", RetryAfter.httpDate(circumstances.serverTime()));
    return faults.apply(
        dated,
        new Fault.Context(
            request,
            circumstances.dialect(),
            circumstances.requestId(),
            circumstances.serverTime()));
  }

  @Override
  public void abandoned(RecordedRequest request) {
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
  public void stopListening() {
    stopListening.run();
  }

  void onStopListening(Runnable action) {
    stopListening = action;
  }

  RequestLog log() {
    return log;
  }

  Faults faults() {
    return faults;
  }

  TestConnection connection(String id) {
    return connections.computeIfAbsent(
        id,
        name ->
            new TestConnection(
                name,
                options.clock(),
                options.rateLimit(),
                // String.hashCode is specified: the same data on every machine.
                SampleData.seeded(options.seed() * 31 + name.hashCode())));
  }

  int rateLimitedCount() {
    return connections.values().stream().mapToInt(TestConnection::rateLimitedCount).sum();
  }

  void removeConnection(String id) {
    connections.remove(id);
  }

  void onRequest(Consumer<RecordedRequest> callback) {
    callbacks.add(callback);
  }

  void dialect(ErrorDialect changed) {
    dialect = changed;
  }

  void clockSkew(Duration changed) {
    clockSkew = changed;
  }

  void reset() {
    faults.clear();
    callbacks.clear();
    log.clear();
    dialect = options.dialect();
    clockSkew = options.clockSkew();
    // A test may have kept the first connection from before, so it is emptied, not replaced.
    connections.keySet().retainAll(List.of(options.connectionId()));
    addFirstConnection();
  }

  private void addFirstConnection() {
    TestConnection first = connection(options.connectionId());
    first.change(() -> fill(first));
  }

  private void fill(TestConnection first) {
    first.reset();
    int fifth = (options.massMessages() + 4) / 5;
    first.chats().addGenerated(options.chats());
    first.massMessages().addGenerated(options.massMessages());
    first.unsentMassMessages().addGenerated(fifth);
    first.scheduledMassMessages().addGenerated(fifth);
  }
}
