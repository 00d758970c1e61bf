package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * There is no such resource or route (404, 410). A base URL with a wrong path shows like this too.
 */
public final class NotFoundException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  NotFoundException(FailureDetails failure) {
    super(failure);
  }
}
