package com.ofauth.access;

/**
 * What a call is, as far as it may be shown: no header, and no query, which can hold a name that
 * somebody searched for.
 *
 * <p>Immutable and thread-safe. Each call has an instance of its own, the same one at every event
 * of that call, and {@code equals} is identity: good as the key of a map.
 */
public final class CallInfo {
  private final String operationId;
  private final String connectionId;
  private final String method;
  private final String path;

  CallInfo(String operationId, String connectionId, String method, String path) {
    this.operationId = operationId;
    this.connectionId = connectionId;
    this.method = method;
    this.path = path;
  }

  /** {@return the operation's id in the API's specification, for example {@code listChats}} */
  public String operationId() {
    return operationId;
  }

  /** {@return the connection that the call is for, for example {@code conn_123}} */
  public String connectionId() {
    return connectionId;
  }

  /** {@return the HTTP method, for example {@code GET}} */
  public String method() {
    return method;
  }

  /** {@return the path without the query, for example {@code /v2/access/chats}} */
  public String path() {
    return path;
  }

  /** {@return for example {@code GET /v2/access/chats for connection conn_123}} */
  @Override
  public String toString() {
    return method + " " + path + " for connection " + connectionId;
  }
}
