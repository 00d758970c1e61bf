package com.ofauth.access.internal.http;

import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sets the API key in the request just before the request is written, and removes it from the
 * response. So a user's interceptors, the tags and {@code toString()} see only the placeholder.
 * This is the last network interceptor; it counts each time the request is sent.
 */
public final class ApiKeyInterceptor implements Interceptor {
  private static final int INTERIM = 100;
  static final String HEADER = "apiKey";
  public static final String PLACEHOLDER = "(not-shown)";

  private final String apiKey;
  private final HttpUrl baseUrl;

  /** The connections that have brought a response. */
  private final Set<Connection> served =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

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
    Connection connection = Objects.requireNonNull(chain.connection());
    SendOnceTag sending = SendOnceTag.of(chain.call());
    sending.send(connection, served.contains(connection));
    try {
      Response response = chain.proceed(shown.newBuilder().header(HEADER, apiKey).build());
      served.add(connection);
      refuseIfCanceled(chain.call(), response);
      if (response.code() == 407 && FollowUps.isPlainProxy(chain)) {
        sending.refusedByProxy();
      }
      return response.newBuilder().request(shown).build();
    } catch (IllegalStateException e) {
      // OkHttp's own check: it has read one interim response, and cannot read another.
      if (String.valueOf(e.getMessage()).startsWith("state: ")) {
        throw new InterimResponseException(INTERIM);
      }
      throw e;
    } catch (IOException e) {
      // Asked now: on HTTP/2 the connection may have brought another response in the meantime.
      boolean hasServed = served.contains(connection);
      sending.fail(e, connection, hasServed);
      InlineExchange.giveUpIfInterrupted(chain.call());
      throw recoverable(e, hasServed);
    }
  }

  /**
   * OkHttp gives up when the head of a response is none. It may be what an answer before has left
   * in the connection, which can be data of customers, or another address that speaks no HTTP.
   */
  private static IOException recoverable(IOException e, boolean hasServed) {
    if (!IoErrorClassifier.isNoStatusLine(e)) {
      return e;
    }
    return hasServed
        ? new IOException("An answer before left bytes in the connection")
        : new IOException(e.getMessage(), e);
  }

  /**
   * OkHttp reads a response even if the call was cancelled while its request was written to an
   * HTTP/2 connection. It then takes the request for unfinished for ever, and the connection for in
   * use. A failure makes it give the connection back.
   */
  private static void refuseIfCanceled(Call call, Response response) throws IOException {
    if (call.isCanceled()) {
      response.close();
      throw new IOException("Canceled");
    }
  }
}
