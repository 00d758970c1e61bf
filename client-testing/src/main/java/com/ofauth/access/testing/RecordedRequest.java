package com.ofauth.access.testing;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request that the provider has received, with secrets shown as {@code [redacted]}: the API key
 * wherever it stands, and any {@code Authorization} or cookie.
 *
 * <p>Safe for use by several threads. Everything but {@link #status()} is fixed at arrival.
 */
public final class RecordedRequest {
  private static final int UNDECIDED = 0;

  private final int number;
  private final Instant receivedAt;
  private final String method;
  private final String path;
  private final String target;
  private final Map<String, List<String>> query;
  private final Map<String, List<String>> headers;
  private final String protocol;
  private final int connectionNumber;
  private volatile int status = UNDECIDED;

  RecordedRequest(int number, Instant receivedAt, HttpCall call, Redactor redactor) {
    this.number = number;
    this.receivedAt = receivedAt;
    this.method = call.method();
    this.path = redactor.text(call.path());
    this.target = redactor.target(call.target());
    this.query = Collections.unmodifiableMap(redactor.fields(call.query()));
    this.headers =
        Collections.unmodifiableMap(new LinkedHashMap<>(redactor.fields(call.headers())));
    this.protocol = call.protocol();
    this.connectionNumber = call.connectionNumber();
  }

  /**
   * Counts the requests of one provider, from 1, since it was started or reset.
   *
   * @return one or more
   */
  public int number() {
    return number;
  }

  /**
   * When it came, by the provider's clock.
   *
   * @return the time of arrival
   */
  public Instant receivedAt() {
    return receivedAt;
  }

  /**
   * The HTTP method.
   *
   * @return upper-case letters, for example {@code GET}
   */
  public String method() {
    return method;
  }

  /**
   * The decoded path without the query, for example {@code /v2/access/chats}.
   *
   * @return the path
   */
  public String path() {
    return path;
  }

  /**
   * Path and query as they were sent, still percent-encoded.
   *
   * @return the request target
   */
  public String target() {
    return target;
  }

  /**
   * All decoded query parameters in the order of their first appearance.
   *
   * @return an immutable map; a parameter sent without a value has an empty one
   */
  public Map<String, List<String>> queryParams() {
    return query;
  }

  /**
   * The first decoded value of a query parameter.
   *
   * @param name case-sensitive
   * @return the value, or empty where the parameter was not sent
   */
  public Optional<String> queryParam(String name) {
    return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
  }

  /**
   * All header fields by lower-case name.
   *
   * @return an immutable map
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * The first value of a header field.
   *
   * @param name in any case
   * @return the value, {@code [redacted]} for a secret, or empty where the header was not sent
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
        .map(values -> values.get(0));
  }

  /**
   * The {@code x-connection-id} header.
   *
   * @return the id, or empty where it was not sent
   */
  public Optional<String> connectionId() {
    return header("x-connection-id");
  }

  /**
   * The protocol that the client chose.
   *
   * @return {@code HTTP/1.1} or {@code HTTP/2}
   */
  public String protocol() {
    return protocol;
  }

  /**
   * Which TCP connection brought it: requests with the same number shared one.
   *
   * @return one or more, in the order in which connections were opened
   */
  public int connectionNumber() {
    return connectionNumber;
  }

  /**
   * The status that was sent or is about to be.
   *
   * @return the status, or empty before it is decided and where a fault let no answer through
   */
  public OptionalInt status() {
    int seen = status;
    return seen == UNDECIDED ? OptionalInt.empty() : OptionalInt.of(seen);
  }

  void answeredWith(Reply reply) {
    if (reply.delivery().start() == ResponseDelivery.Start.ANSWER) {
      status = reply.status();
    }
  }

  @Override
  public String toString() {
    return "#" + number + " " + method + " " + target + " " + headers;
  }
}
