package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * A walk over a list cannot continue: the service reports more items but does not advance, sends
 * more items than requested, or the list changes faster than the walk can read it. Or what is new
 * in a list cannot be told, because its items have no versions, or it has more than the 256 items
 * that can be compared. The checkpoint contains the state of the walk.
 */
public final class PagingException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  PagingException(FailureDetails failure) {
    super(failure);
  }
}
