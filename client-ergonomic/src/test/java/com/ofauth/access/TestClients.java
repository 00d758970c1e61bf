package com.ofauth.access;

import com.ofauth.access.internal.http.HttpTransport;
import com.ofauth.access.internal.util.TimeSource;
import com.ofauth.access.testing.OfAuthTestProvider;
import okhttp3.OkHttpClient;

/** Clients for the provider. */
public final class TestClients {
  private TestClients() {}

  /**
   * A builder that points to the provider.
   *
   * @param provider the provider
   * @return the builder
   */
  public static OfAuthClient.Builder of(OfAuthTestProvider provider) {
    return OfAuthClient.builder()
        .apiKey(provider.apiKey())
        .baseUrl(provider.baseUrl().toString())
        .connectionId(provider.connectionId());
  }

  /**
   * A client whose waits pass in simulated time.
   *
   * @param builder the settings
   * @param timeSource the time
   * @return the client
   */
  public static OfAuthClient build(OfAuthClient.Builder builder, TimeSource timeSource) {
    return new OfAuthClient(builder, timeSource);
  }

  /**
   * A client that sends on the calling threads, as by default, but with settings of OkHttp.
   *
   * @param builder the settings
   * @param http the settings of OkHttp, but for sockets and event listener
   * @return the client
   */
  public static OfAuthClient inline(OfAuthClient.Builder builder, OkHttpClient http) {
    return new OfAuthClient(
        builder,
        TimeSource.SYSTEM,
        (own, apiKey, baseUrl, userAgent) ->
            HttpTransport.inline(http, apiKey, baseUrl, userAgent));
  }
}
