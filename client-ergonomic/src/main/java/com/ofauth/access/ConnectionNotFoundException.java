package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The connection id is unknown, or the connection has no session (401 {@code
 * SESSION_NOT_PROVIDED}); the service does not distinguish the two. Check the connection id; if it
 * is right, reconnect the account through OFAuth Link.
 */
public final class ConnectionNotFoundException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  ConnectionNotFoundException(FailureDetails failure) {
    super(failure);
  }
}
