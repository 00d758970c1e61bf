package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * No complete answer came: the connection failed, a timeout for connecting or reading passed, or
 * the body was cut short or damaged. The cause is the exception of the transport. Thrown after all
 * retries have failed too.
 */
public final class TransportException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  TransportException(FailureDetails failure) {
    super(failure);
  }
}
