package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.service.ConnectionRules;
import java.time.Duration;

/**
 * How long a provider keeps connections open for further requests. Immutable.
 *
 * <pre>{@code
 * provider.keepAlive(KeepAlive.unlimited().idleTimeout(Duration.ofSeconds(5)).maxRequests(100));
 * }</pre>
 *
 * <p>{@link OfAuthTestProvider#closeIdleConnections()} does at once what the idle timeout does
 * later. {@link WireFault#closeAfterAnswer()} and {@link WireFault#connectionClose()} end the
 * connection of one response.
 */
public final class KeepAlive {
  private static final KeepAlive UNLIMITED = new KeepAlive(ConnectionRules.UNLIMITED);

  private final ConnectionRules rules;

  private KeepAlive(ConnectionRules rules) {
    this.rules = rules;
  }

  /**
   * No limit: connections stay open until the client or a fault ends them.
   *
   * @return the default of a provider
   */
  public static KeepAlive unlimited() {
    return UNLIMITED;
  }

  /**
   * The same with a limit of idle time. A connection that had no request in flight for so long is
   * closed without notice. A connection that has not brought a request yet is never idle.
   *
   * @param timeout in real time, more than zero
   * @return a new instance
   * @throws IllegalArgumentException if the timeout is not positive
   */
  public KeepAlive idleTimeout(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be positive: " + timeout);
    }
    return new KeepAlive(new ConnectionRules(timeout, rules.maxRequests(), rules.announced()));
  }

  /**
   * The same with a limit of requests. The last response announces the end of its connection: by
   * {@code Connection: close} on HTTP/1.1, by GOAWAY on HTTP/2; see {@link WireFault#goAway()}.
   *
   * @param requests how many one connection may bring, one or more
   * @return a new instance
   * @throws IllegalArgumentException if the number is less than one
   */
  public KeepAlive maxRequests(int requests) {
    return new KeepAlive(new ConnectionRules(rules.idleTimeout(), checked(requests), true));
  }

  /**
   * The same with a limit of requests. The connection is closed after the last response, without
   * notice.
   *
   * @param requests how many one connection may bring, one or more
   * @return a new instance
   * @throws IllegalArgumentException if the number is less than one
   */
  public KeepAlive maxRequestsUnannounced(int requests) {
    return new KeepAlive(new ConnectionRules(rules.idleTimeout(), checked(requests), false));
  }

  ConnectionRules rules() {
    return rules;
  }

  private static int checked(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be at least 1: " + requests);
    }
    return requests;
  }

  @Override
  public String toString() {
    Duration idle = rules.idleTimeout();
    return "KeepAlive[idle timeout "
        + (idle == null ? "none" : idle)
        + ", max requests "
        + (rules.maxRequests() == 0 ? "none" : rules.maxRequests())
        + "]";
  }
}
