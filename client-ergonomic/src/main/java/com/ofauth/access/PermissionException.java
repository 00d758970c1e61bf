package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The connection or the API key lacks a permission (403, or 401 with {@code
 * AUTH_INSUFFICIENT_SCOPE}). Listing chats and mass messages needs {@code messages:read}.
 */
public final class PermissionException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  PermissionException(FailureDetails failure) {
    super(failure);
  }
}
