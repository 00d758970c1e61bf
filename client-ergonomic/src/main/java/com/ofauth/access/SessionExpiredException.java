package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The creator's session has expired (401 {@code SESSION_EXPIRED}). The API key is valid; reconnect
 * the account through OFAuth Link.
 */
public final class SessionExpiredException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  SessionExpiredException(FailureDetails failure) {
    super(failure);
  }
}
