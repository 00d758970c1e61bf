package com.ofauth.access;

import com.ofauth.access.internal.http.Timeouts;
import com.ofauth.access.internal.paging.ConnectionScope;
import java.time.Duration;
import java.util.function.Function;

/**
 * A view of one connected creator account. Immutable, thread-safe and cheap to create: it shares
 * the connection pool and the limits of its {@link OfAuthClient}.
 */
public final class OfAuthConnection {
  private final ConnectionScope scope;
  private final Timeouts timeouts;
  private final Function<Timeouts, ConnectionScope> scopes;

  OfAuthConnection(Timeouts timeouts, Function<Timeouts, ConnectionScope> scopes) {
    this.scope = scopes.apply(timeouts);
    this.timeouts = timeouts;
    this.scopes = scopes;
  }

  /** {@return the connection's id, for example {@code conn_123}} */
  public String id() {
    return scope.connectionId();
  }

  /** {@return the chats of this account} */
  public Chats chats() {
    return new Chats(scope);
  }

  /** {@return the mass messages of this account} */
  public MassMessages massMessages() {
    return new MassMessages(scope);
  }

  /**
   * Returns a view with another total timeout, which covers rate-limit waits, all attempts and the
   * response. A walk over a list makes one call for each page.
   *
   * @param timeout from 1 ms to 24 days
   * @return a new view of the same connection; this view does not change
   * @throws IllegalArgumentException if out of range
   */
  public OfAuthConnection withTimeout(Duration timeout) {
    return new OfAuthConnection(timeouts.withTotal(timeout), scopes);
  }

  /**
   * Returns a view with another connect timeout, for the TCP connection without TLS.
   *
   * @param timeout from 1 ms to 24 days
   * @return a new view of the same connection; this one stays as it is
   * @throws IllegalArgumentException if out of range
   */
  public OfAuthConnection withConnectTimeout(Duration timeout) {
    return new OfAuthConnection(timeouts.withConnect(timeout), scopes);
  }

  /**
   * Returns a view with another read timeout.
   *
   * @param timeout from 1 ms to 24 days
   * @return a new view of the same connection; this one stays as it is
   * @throws IllegalArgumentException if out of range
   */
  public OfAuthConnection withReadTimeout(Duration timeout) {
    return new OfAuthConnection(timeouts.withRead(timeout), scopes);
  }

  @Override
  public String toString() {
    return "OfAuthConnection{" + id() + "}";
  }
}
