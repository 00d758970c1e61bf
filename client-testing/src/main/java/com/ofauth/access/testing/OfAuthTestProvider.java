package com.ofauth.access.testing;

import com.ofauth.access.testing.OfAuthTestProviderBuilder.Options;
import com.ofauth.access.testing.internal.server.ProviderServer;
import com.ofauth.access.testing.internal.service.Account;
import com.ofauth.access.testing.internal.service.RequestHandler;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on loopback that behaves like the OFAuth Access API, and sends faults on request.
 *
 * <pre>{@code
 * try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
 *   // provider.baseUrl(), provider.apiKey() and provider.connectionId() are all that a client needs
 * }
 * }</pre>
 *
 * <p>It serves {@code GET /v2/access/chats} and {@code GET /v2/access/mass-messages} over HTTP/1.1
 * and HTTP/2 (prior knowledge) on one port of 127.0.0.1, or of the loopback addresses that it is
 * given. It listens until {@link #close()}, on daemon threads, and handles requests one after the
 * other in the order of their arrival.
 *
 * <p>Safe for use by several threads.
 */
public final class OfAuthTestProvider implements AutoCloseable {
  /** The API key of a provider that was given no other. */
  public static final String DEFAULT_API_KEY = "sk_sandbox_test";

  /** The connection that a provider has from the start when it was given no other. */
  public static final String DEFAULT_CONNECTION_ID = "conn_test";

  private final Options options;
  private final Faults faults = new Faults();
  private final Map<String, TestConnection> connections = new ConcurrentHashMap<>();
  private final RequestHandler handler;
  private final ProviderServer server;

  OfAuthTestProvider(Options options) {
    this.options = options;
    this.handler =
        new RequestHandler(options.apiKey(), options.clock(), this::account, faults::apply);
    restore();
    this.server = new ProviderServer(handler, options.addresses());
    handler.onStopListening(server::stopListening);
  }

  /**
   * Starts a provider with the defaults of {@link #builder()}.
   *
   * @return a provider that listens
   */
  public static OfAuthTestProvider start() {
    return builder().start();
  }

  /**
   * Configures a provider.
   *
   * @return a new builder
   */
  public static OfAuthTestProviderBuilder builder() {
    return new OfAuthTestProviderBuilder();
  }

  /**
   * Where it listens, for example {@code http://127.0.0.1:41234}, without a slash at the end.
   *
   * @return the base URL for a client
   */
  public URI baseUrl() {
    InetAddress first = options.addresses().get(0);
    String literal = first.getHostAddress();
    return baseUrl(first instanceof Inet6Address ? "[" + literal + "]" : literal);
  }

  /**
   * Its URL under another host name, for example {@code localhost}, or a name that the client's own
   * resolver turns into {@link #addresses()}.
   *
   * @param host a name, an IPv4 address, or an IPv6 address in brackets
   * @return the base URL for a client, without a slash at the end
   */
  public URI baseUrl(String host) {
    return URI.create("http://" + host + ":" + server.port());
  }

  /**
   * The port, the same on all addresses.
   *
   * @return 1 to 65535
   */
  public int port() {
    return server.port();
  }

  /**
   * The addresses that it has, in the order of {@link OfAuthTestProviderBuilder#addresses}: what
   * the resolver of a client has to return, so that a test sees how the client handles several
   * addresses of one name.
   *
   * @return an immutable list of loopback addresses, at least one
   */
  public List<InetAddress> addresses() {
    return options.addresses();
  }

  /**
   * Changes what happens to new connections to one address. An address that is made anything but
   * {@link AddressMode#SERVING} cuts the connections that it has. Must not be called from a
   * callback of {@link #onRequest}.
   *
   * @param address one of {@link #addresses()}
   * @param mode {@link AddressMode#SERVING} at first
   * @throws IllegalArgumentException if the provider does not have this address
   */
  public void addressMode(InetAddress address, AddressMode mode) {
    if (!options.addresses().contains(address)) {
      throw new IllegalArgumentException(
          "address must be one of " + options.addresses() + ": " + address);
    }
    server.mode(address, Objects.requireNonNull(mode, "mode"));
  }

  /**
   * Changes how long connections are kept open, from the next response on.
   *
   * @param limits {@link KeepAlive#unlimited()} at first
   */
  public void keepAlive(KeepAlive limits) {
    handler.keepAlive(limits.rules());
  }

  /**
   * Closes all connections that have no request in flight, in order and without notice, as a
   * service does whose keep-alive timeout has passed.
   */
  public void closeIdleConnections() {
    server.closeIdleConnections();
  }

  /**
   * The only API key that it accepts.
   *
   * @return the key
   */
  public String apiKey() {
    return options.apiKey();
  }

  /**
   * The connection that it has from the start, with generated data.
   *
   * @return its id
   */
  public String connectionId() {
    return options.connectionId();
  }

  /**
   * The connection of {@link #connectionId()}.
   *
   * @return the live object; changes show in the next request
   */
  public TestConnection connection() {
    return connection(options.connectionId());
  }

  /**
   * A connection, made if it is not there: with nothing in its lists, a good session, the
   * permission {@code messages:read} and the provider's rate limit.
   *
   * @param id what {@code x-connection-id} names
   * @return the live object; changes show in the next request
   */
  public TestConnection connection(String id) {
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

  /**
   * Removes a connection. Requests for it are handled like requests for an unknown connection.
   *
   * @param id of the connection, known or not
   */
  public void removeConnection(String id) {
    connections.remove(id);
  }

  /**
   * The faults of the responses.
   *
   * @return the schedule, to add faults to
   */
  public Faults faults() {
    return faults;
  }

  /**
   * Calls back for each request before it is handled, so that lists change between two pages.
   * Callbacks run in the order in which they were added, on the provider's thread: they must not
   * block, and must not send a request to a provider and wait for it. If one throws, the response
   * is a 500, and {@link #close()} throws the exception.
   *
   * @param callback gets the request that is about to be handled
   */
  public void onRequest(Consumer<RecordedRequest> callback) {
    handler.onRequest(request -> callback.accept(new RecordedRequest(request)));
  }

  /**
   * Runs a change just before one request is handled; a script is several calls of this.
   *
   * @param number of the request, as {@link RecordedRequest#number()} counts: one or more
   * @param change as a callback of {@link #onRequest}
   * @throws IllegalArgumentException if the number is less than one
   */
  public void beforeRequest(int number, Runnable change) {
    if (number < 1) {
      throw new IllegalArgumentException("number must be at least 1: " + number);
    }
    onRequest(
        request -> {
          if (request.number() == number) {
            change.run();
          }
        });
  }

  /**
   * All requests since the start or the last reset, in the order of their arrival, secrets
   * redacted.
   *
   * @return an immutable list
   */
  public List<RecordedRequest> requests() {
    return handler.log().requests().stream().map(RecordedRequest::new).toList();
  }

  /**
   * Waits until a request has come.
   *
   * @param number which one, as {@link RecordedRequest#number()} counts
   * @param timeout how long to wait at most, in real time
   * @return the request
   * @throws TimeoutException if it has not come by then
   * @throws InterruptedException if the thread is interrupted
   */
  public RecordedRequest awaitRequest(int number, Duration timeout)
      throws TimeoutException, InterruptedException {
    return new RecordedRequest(handler.log().awaitRequest(number, timeout));
  }

  /**
   * The requests whose connection or stream the client ended before the response was complete, in
   * that order. A response is complete when the provider has written it; hold it back to see a
   * client cancel.
   *
   * @return an immutable list
   */
  public List<RecordedRequest> abandonedRequests() {
    return handler.log().abandoned().stream().map(RecordedRequest::new).toList();
  }

  /**
   * Waits until the client has abandoned this many requests.
   *
   * @param count one or more, since the start or the last reset
   * @param timeout how long to wait at most, in real time
   * @return the last one of them
   * @throws TimeoutException if there were fewer by then
   * @throws InterruptedException if the thread is interrupted
   */
  public RecordedRequest awaitAbandoned(int count, Duration timeout)
      throws TimeoutException, InterruptedException {
    return new RecordedRequest(handler.log().awaitAbandoned(count, timeout));
  }

  /**
   * The number of TCP connections that are open now.
   *
   * @return zero or more
   */
  public int openConnections() {
    return handler.log().openConnections();
  }

  /**
   * The number of TCP connections that were opened since the start.
   *
   * @return zero or more
   */
  public int openedConnections() {
    return handler.log().openedConnections();
  }

  /**
   * Waits until this many TCP connections are open.
   *
   * @param count zero or more
   * @param timeout how long to wait at most, in real time
   * @throws TimeoutException if there are more or fewer by then
   * @throws InterruptedException if the thread is interrupted
   */
  public void awaitOpenConnections(int count, Duration timeout)
      throws TimeoutException, InterruptedException {
    handler.log().awaitOpenConnections(count, timeout);
  }

  /**
   * The number of 429 responses of the rate limit, over all connections, without those of {@link
   * AnswerFault#rateLimited}.
   *
   * @return zero or more
   */
  public int rateLimitedCount() {
    return connections.values().stream().mapToInt(TestConnection::rateLimitedCount).sum();
  }

  /**
   * Changes the form of error bodies, from the next request on.
   *
   * @param dialect {@link ErrorDialect#CURRENT} at first
   */
  public void errorDialect(ErrorDialect dialect) {
    handler.dialect(dialect);
  }

  /**
   * Makes the server's clock wrong, as {@code Date}, dates in {@code Retry-After} and epoch seconds
   * in {@code X-RateLimit-Reset} show it. The rate limit itself is not touched.
   *
   * @param skew how far ahead of the provider's clock; negative for behind, zero at first
   */
  public void clockSkew(Duration skew) {
    handler.clockSkew(skew);
  }

  /**
   * Closes the listening sockets of all addresses and cuts all open connections: clients see
   * "connection refused".
   */
  public void refuseConnections() {
    server.refuseConnections();
  }

  /** Listens again, on the same port of all addresses. Does nothing if it does already. */
  public void acceptConnections() {
    server.acceptConnections();
  }

  /**
   * Goes back to the start: the first connection with its data, session and limit and no other, no
   * faults, no callbacks, no requests, the dialect, the skew and the keep-alive limits of the
   * builder. Listens again on all addresses if it did not. The clock and open TCP connections are
   * left alone.
   */
  public void reset() {
    restore();
    server.acceptConnections();
  }

  /**
   * Stops listening and cuts all connections. Does nothing more when it is closed already.
   *
   * @throws IllegalStateException if a callback of {@link #onRequest}, a condition of {@link
   *     Faults} or a change of {@link PageFault} has thrown; the first such exception is its cause
   */
  @Override
  public void close() {
    server.close();
    failIfCallbackFailed();
  }

  private @Nullable Account account(String id) {
    TestConnection connection = connections.get(id);
    return connection == null ? null : connection.account();
  }

  private void restore() {
    faults.clear();
    handler.reset();
    handler.dialect(options.dialect());
    handler.clockSkew(options.clockSkew());
    handler.keepAlive(options.keepAlive().rules());
    // A test may have kept the first connection from before, so it is emptied, not replaced.
    connections.keySet().retainAll(List.of(options.connectionId()));
    TestConnection first = connection();
    first.change(() -> first.fill(options.chats(), options.massMessages()));
  }

  void failIfCallbackFailed() {
    List<Throwable> failures = handler.log().failures();
    if (!failures.isEmpty()) {
      throw new IllegalStateException("a callback of the test provider failed", failures.get(0));
    }
  }

  @Override
  public String toString() {
    return "OfAuthTestProvider[" + baseUrl() + "]";
  }
}
