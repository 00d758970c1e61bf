package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The creator's session has expired, or the connection has none (401 {@code SESSION_EXPIRED},
 * {@code SESSION_NOT_PROVIDED}). The key is fine; reconnect the account through OFAuth Link.
 */
public final class SessionExpiredException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  SessionExpiredException(FailureDetails failure) {
    super(failure);
  }
}
