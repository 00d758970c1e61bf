package com.ofauth.access;

import okhttp3.OkHttpClient;

/** The one place where the layers that a call passes are put together, from the outside in. */
final class HttpStack {
  private HttpStack() {}

  static Stage assemble(OkHttpClient http) {
    return new SendStage(http);
  }

  /**
   * OkHttp as the stack needs it: a redirect would take the key to another host, and retries are
   * ours to count.
   */
  static OkHttpClient configure(OkHttpClient http) {
    return http.newBuilder()
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .build();
  }
}
