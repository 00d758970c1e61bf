package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The service or something in front of it failed (5xx, 408, and 401 {@code RULES_OUTDATED}, which
 * the service mends by itself). Thrown after all retries have failed too.
 */
public final class ServerException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  ServerException(FailureDetails failure) {
    super(failure);
  }
}
