package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The API key is missing, wrong or expired (401). Retrying does not help: check the key that the
 * client was built with.
 */
public final class AuthenticationException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  AuthenticationException(FailureDetails failure) {
    super(failure);
  }
}
