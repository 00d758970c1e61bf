package com.ofauth.access;

import java.io.IOException;

/** An interceptor has sent the request to a place that must not see the API key. */
final class KeyWithheld extends IOException {
  private static final long serialVersionUID = 1L;

  KeyWithheld(String host) {
    super("an interceptor has turned the request to another server than the base URL's: " + host);
  }
}
