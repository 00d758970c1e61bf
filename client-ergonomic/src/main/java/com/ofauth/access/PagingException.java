package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * A walk over a list could not go on: the service says that there is more but does not advance,
 * sends more than was asked for, or the list changes faster than it can be read. The checkpoint
 * says how far the walk came.
 */
public final class PagingException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  PagingException(FailureDetails failure) {
    super(failure);
  }
}
