package com.ofauth.access.testing;

/** The shapes of error bodies that the service has been seen to use. */
public enum ErrorDialect {
  /**
   * {@code {"error": text, "type": "BAD_REQUEST", "requestId": "req_…", "actionRequired": …}}; an
   * invalid parameter is a 400.
   */
  CURRENT,
  /**
   * {@code {"error": text, "code": "AUTH_INVALID_KEY", "details": {…}}}; an invalid parameter is a
   * 422.
   */
  OLDER,
  /** {@code {"message": text, "code": …, "details": …}}, as the public SDKs read it. */
  PUBLIC_SDKS
}
