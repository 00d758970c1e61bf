package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.ErrorDialect;
import org.jspecify.annotations.Nullable;

/** The errors of the service that the provider gives by itself. */
public enum ApiError {
  UNAUTHORIZED(401, "AUTH_INVALID_KEY", "API key is missing or invalid"),
  SESSION_NOT_PROVIDED(401, null, "No session for this connection"),
  SESSION_EXPIRED(401, null, "The session of this connection has expired"),
  RULES_OUTDATED(401, null, "Signing rules are outdated"),
  FORBIDDEN(403, "AUTH_INSUFFICIENT_SCOPE", "The connection lacks a permission"),
  BAD_REQUEST(400, null, "Invalid request"),
  RESOURCE_NOT_FOUND(404, null, "Not found"),
  ROUTE_NOT_FOUND(404, null, "No such route"),
  RATE_LIMIT_EXCEEDED(429, null, "Rate limit exceeded"),
  INTERNAL_SERVER_ERROR(500, null, "Internal error");

  private final int status;
  private final @Nullable String olderCode;
  private final String text;

  ApiError(int status, @Nullable String olderCode, String text) {
    this.status = status;
    this.olderCode = olderCode;
    this.text = text;
  }

  public int status(ErrorDialect dialect) {
    return this == BAD_REQUEST && dialect == ErrorDialect.OLDER ? 422 : status;
  }

  String code() {
    return olderCode == null ? name() : olderCode;
  }

  public String text() {
    return text;
  }

  /** What the current dialect tells the caller to do, or null. */
  @Nullable String actionRequired() {
    return this == SESSION_EXPIRED || this == SESSION_NOT_PROVIDED ? "refresh_session" : null;
  }
}
