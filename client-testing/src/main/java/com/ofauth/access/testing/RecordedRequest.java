package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.exchange.ReceivedRequest;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A request that the provider has received, with secrets shown as {@code [redacted]}: the API key
 * wherever it stands, and any {@code Authorization} or cookie.
 *
 * <p>Two objects are equal if they stand for the same request. Safe for use by several threads.
 * Everything but {@link #status()} is fixed at arrival.
 */
public final class RecordedRequest {
  private final ReceivedRequest received;

  RecordedRequest(ReceivedRequest received) {
    this.received = received;
  }

  /**
   * Counts the requests of one provider, from 1, since it was started or reset.
   *
   * @return one or more
   */
  public int number() {
    return received.number();
  }

  /**
   * When it came, by the provider's clock.
   *
   * @return the time of arrival
   */
  public Instant receivedAt() {
    return received.receivedAt();
  }

  /**
   * The HTTP method.
   *
   * @return upper-case letters, for example {@code GET}
   */
  public String method() {
    return received.call().method();
  }

  /**
   * The decoded path without the query, for example {@code /v2/access/chats}.
   *
   * @return the path
   */
  public String path() {
    return received.call().path();
  }

  /**
   * Path and query as they were sent, still percent-encoded.
   *
   * @return the request target
   */
  public String target() {
    return received.call().target();
  }

  /**
   * All decoded query parameters in the order of their first appearance.
   *
   * @return an immutable map; a parameter sent without a value has an empty one
   */
  public Map<String, List<String>> queryParams() {
    return received.call().query();
  }

  /**
   * The first decoded value of a query parameter.
   *
   * @param name case-sensitive
   * @return the value, or empty where the parameter was not sent
   */
  public Optional<String> queryParam(String name) {
    return Optional.ofNullable(queryParams().get(name)).map(values -> values.get(0));
  }

  /**
   * All header fields by lower-case name.
   *
   * @return an immutable map
   */
  public Map<String, List<String>> headers() {
    return received.call().headers();
  }

  /**
   * The first value of a header field.
   *
   * @param name in any case
   * @return the value, {@code [redacted]} for a secret, or empty where the header was not sent
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(received.call().header(name));
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
   * @return {@code HTTP/1.0}, {@code HTTP/1.1} or {@code HTTP/2}
   */
  public String protocol() {
    return received.call().protocol();
  }

  /**
   * Which TCP connection brought it: requests with the same number shared one.
   *
   * @return one or more, in the order in which connections were opened
   */
  public int connectionNumber() {
    return received.call().origin().connectionNumber();
  }

  /**
   * The number of this request on its TCP connection: 1 on a new connection, more on one that has
   * served before.
   *
   * @return one or more
   */
  public int numberOnConnection() {
    return received.call().origin().numberOnConnection();
  }

  /**
   * The address of the provider that the client connected to.
   *
   * @return one of {@link OfAuthTestProvider#addresses()}
   */
  public InetAddress address() {
    return received.call().origin().address();
  }

  /**
   * The status that was sent or is about to be.
   *
   * @return the status, or empty before it is decided and if a fault prevented the response
   */
  public OptionalInt status() {
    int status = received.status();
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedRequest that && that.received == received;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(received);
  }

  @Override
  public String toString() {
    return "#" + number() + " " + method() + " " + target() + " " + headers();
  }
}
