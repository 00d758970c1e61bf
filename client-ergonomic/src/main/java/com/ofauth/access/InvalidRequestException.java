package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The service refuses the request as invalid (400, 422 and every other 4xx without a class of its
 * own). The same request will be refused again.
 */
public final class InvalidRequestException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  InvalidRequestException(FailureDetails failure) {
    super(failure);
  }
}
