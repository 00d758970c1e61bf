package com.ofauth.access.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.util.Objects;
import java.util.Set;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Hides the statuses on which OkHttp acts by itself. OkHttp would repeat a 408, a 421 or a 503. It
 * would fail, and lose the status, for a 407 that does not come from a proxy and for a {@code
 * Retry-After} that is not an int, or of any status for a negative {@code Content-Length}. Two
 * interceptors enclose the part of OkHttp that does so. All other interceptors, those of the user
 * too, see the status that was received.
 */
final class FollowUps {
  /** Beyond what three digits can say. */
  private static final int HIDDEN = 1000;

  private static final Set<Integer> ACTED_UPON = Set.of(407, 408, 421, 503);

  private FollowUps() {}

  /** The first of the network interceptors, and the last of the others. */
  static void prevent(OkHttpClient.Builder builder) {
    builder.networkInterceptors().add(0, FollowUps::hide);
    builder.addInterceptor(FollowUps::show);
  }

  private static Response hide(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    int code = response.code();
    if (code < 200) {
      // OkHttp takes it for the answer, and would leave the true one in the connection, where the
      // next request would take it for its own.
      if (!isShared(connection(chain).protocol())) {
        connection(chain).socket().close();
      }
      throw new InterimResponseException(code);
    }
    if (Objects.requireNonNull(response.body(), "it has one").contentLength() < -1) {
      SendOnceTag.of(chain.call()).unreadableBody(response);
      throw new ProtocolException("a negative Content-Length");
    }
    return ACTED_UPON.contains(code) && !(code == 407 && isPlainProxy(chain))
        ? response.newBuilder().code(code + HIDDEN).build()
        : response;
  }

  /** There a 407 is the proxy's, and the user's proxy authenticator answers it. */
  static boolean isPlainProxy(Interceptor.Chain chain) {
    return connection(chain).route().proxy().type() == Proxy.Type.HTTP
        && !chain.request().isHttps();
  }

  /** Whether many calls use a connection at once. */
  static boolean isShared(Protocol protocol) {
    return protocol == Protocol.HTTP_2 || protocol == Protocol.H2_PRIOR_KNOWLEDGE;
  }

  private static Connection connection(Interceptor.Chain chain) {
    return Objects.requireNonNull(chain.connection(), "network interceptors have one");
  }

  private static Response show(Interceptor.Chain chain) throws IOException {
    Response response = shown(proceed(chain));
    Response network = response.networkResponse();
    return network == null
        ? response
        : response.newBuilder().networkResponse(shown(network)).build();
  }

  private static Response proceed(Interceptor.Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (ProtocolException e) {
      Response headOnly = SendOnceTag.of(chain.call()).headOnly();
      if (headOnly == null) {
        throw e;
      }
      return headOnly.newBuilder().body(ResponseBody.create("", null)).build();
    }
  }

  private static Response shown(Response response) {
    int code = response.code();
    return code > HIDDEN ? response.newBuilder().code(code - HIDDEN).build() : response;
  }
}
