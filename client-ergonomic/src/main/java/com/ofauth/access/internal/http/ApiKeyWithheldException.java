package com.ofauth.access.internal.http;

/** The user's client would send the API key where it must not go. */
final class ApiKeyWithheldException extends java.net.ProtocolException {
  private static final long serialVersionUID = 1L;

  private ApiKeyWithheldException(String what) {
    super(what);
  }

  static ApiKeyWithheldException fromOtherServer(String host) {
    return new ApiKeyWithheldException(
        "An interceptor has turned the request to another server than the base URL's: " + host);
  }

  static ApiKeyWithheldException fromSecondSending() {
    return new ApiKeyWithheldException(
        "An interceptor has sent the request a second time, past the rate limit: retries are up to"
            + " the retry policy");
  }
}
