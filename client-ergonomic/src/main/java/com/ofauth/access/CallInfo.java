package com.ofauth.access;

/**
 * The operation, connection, method and path of a call. Contains no header and no query parameter,
 * since these can be private.
 *
 * <p>Immutable and thread-safe. Each call has one instance, which every event of the call receives.
 * {@code equals} compares identity, so that an instance can be the key of a map.
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

  /** {@return the operation id in the OpenAPI document, for example {@code listChats}} */
  public String operationId() {
    return operationId;
  }

  /** {@return the id of the connection, for example {@code conn_123}} */
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
