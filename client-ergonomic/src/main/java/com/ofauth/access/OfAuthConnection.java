package com.ofauth.access;

/**
 * One connected creator account, as seen through an {@link OfAuthClient}. Immutable, thread-safe
 * and cheap: it shares the client's connection pool and limits, so make one whenever you need it.
 */
public final class OfAuthConnection {
  private final ConnectionScope scope;

  OfAuthConnection(ConnectionScope scope) {
    this.scope = scope;
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

  @Override
  public String toString() {
    return "OfAuthConnection{" + id() + "}";
  }
}
