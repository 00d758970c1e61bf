package com.ofauth.access.internal.http;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Puts the API key into the request at the last moment before it is written, and takes it out of
 * what comes back: interceptors of a user's own client, tags and {@code toString()} only ever see
 * the placeholder.
 */
public final class ApiKeyInterceptor implements Interceptor {
  static final String HEADER = "apiKey";
  public static final String PLACEHOLDER = "(not-shown)";

  private final String apiKey;
  private final HttpUrl baseUrl;

  ApiKeyInterceptor(String apiKey, HttpUrl baseUrl) {
    this.apiKey = apiKey;
    this.baseUrl = baseUrl;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request shown = chain.request();
    HttpUrl url = shown.url();
    if (!url.scheme().equals(baseUrl.scheme())
        || !url.host().equals(baseUrl.host())
        || url.port() != baseUrl.port()) {
      throw ApiKeyWithheldException.fromOtherServer(url.host());
    }
    SendOnceTag sending = shown.tag(SendOnceTag.class);
    if (sending != null && !sending.isFirst()) {
      throw ApiKeyWithheldException.fromSecondSending();
    }
    Response response = chain.proceed(shown.newBuilder().header(HEADER, apiKey).build());
    Response.Builder clean = response.newBuilder().request(shown);
    String retryAfter = response.header("Retry-After");
    if (response.code() == 503 && retryAfter != null && retryAfter.matches("0+")) {
      // OkHttp would send the request again by itself, past the rate limit and uncounted.
      clean.removeHeader("Retry-After");
    }
    return clean.build();
  }
}
