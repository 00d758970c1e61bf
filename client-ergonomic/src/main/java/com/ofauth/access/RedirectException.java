package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The service answered with a redirect (3xx). It is not followed, since the API key would go with
 * it: if the new place is right, set it as the base URL.
 */
public final class RedirectException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  RedirectException(FailureDetails failure) {
    super(failure);
  }
}
