package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.ServerException;
import com.ofauth.access.TransportException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What OkHttp mends is free; what a user's interceptor sends again is not sent. */
final class SendOnceTest {
  private final SocketServer server;
  private volatile boolean healthy = true;

  SendOnceTest() throws IOException {
    server =
        SocketServer.start(
            peer -> {
              while (peer.request() != null) {
                if (!healthy) {
                  peer.reset();
                  return;
                }
                peer.page();
              }
            });
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void anInterceptorThatRetriesFailuresIsStopped() {
    Interceptor retrying =
        chain -> {
          try {
            return chain.proceed(chain.request());
          } catch (IOException e) {
            return chain.proceed(chain.request());
          }
        };
    try (OfAuthClient client = client(retrying)) {
      client.connection("conn_1").chats().list().firstPage();
      healthy = false;

      assertStopped(client);
      // The used connection, and the fresh one in its place.
      assertThat(server.requests()).hasSize(1 + 2);
    }
  }

  @Test
  void anInterceptorThatBuildsARequestAnewIsStoppedAtTheSecond() {
    Interceptor rebuilding =
        chain -> {
          chain.proceed(withoutTags(chain.request())).close();
          return chain.proceed(withoutTags(chain.request()));
        };
    try (OfAuthClient client = client(rebuilding)) {
      assertStopped(client);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anInterceptorMayBuildARequestAnewAndSendItOnce() {
    try (OfAuthClient client = client(chain -> chain.proceed(withoutTags(chain.request())))) {
      client.connection("conn_1").chats().list().firstPage();

      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anInterceptorThatClonesTheCallIsStopped() {
    Interceptor cloning =
        chain -> {
          if (server.requests().isEmpty()) {
            chain.proceed(chain.request()).close();
            return chain.call().clone().execute();
          }
          return chain.proceed(chain.request());
        };
    try (OfAuthClient client = client(cloning)) {
      assertStopped(client);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void interceptorsSeeTheStatusThatCame() throws IOException {
    for (int status : List.of(407, 408, 421, 503)) {
      try (SocketServer refusing =
          SocketServer.start(
              peer -> {
                while (peer.request() != null) {
                  peer.answer(status + " No", "Retry-After: 0\r\n", "");
                }
              })) {
        List<String> seen = new ArrayList<>();
        Interceptor curious =
            chain -> {
              Response response = chain.proceed(chain.request());
              Response network = response.networkResponse();
              seen.add(
                  response.code()
                      + " "
                      + (network == null ? "" : network.code())
                      + " "
                      + response.header("Retry-After")
                      + " "
                      + (response.priorResponse() == null));
              return response;
            };
        try (OfAuthClient client =
            OfAuthClient.builder()
                .apiKey("sk_test")
                .baseUrl(refusing.url())
                .okHttpClient(
                    new OkHttpClient.Builder()
                        .addInterceptor(curious)
                        .addNetworkInterceptor(curious)
                        .build())
                .retryPolicy(RetryPolicy.none())
                .build()) {
          assertThatThrownBy(() -> client.connection("conn_1").chats().list().firstPage())
              .isInstanceOfAny(
                  ServerException.class, com.ofauth.access.InvalidRequestException.class);
        }
        assertThat(seen).containsExactly(status + "  0 true", status + " " + status + " 0 true");
      }
    }
  }

  private static Request withoutTags(Request request) {
    return new Request.Builder().url(request.url()).headers(request.headers()).build();
  }

  private OfAuthClient client(Interceptor interceptor) {
    return OfAuthClient.builder()
        .apiKey("sk_test")
        .baseUrl(server.url())
        .okHttpClient(new OkHttpClient.Builder().addInterceptor(interceptor).build())
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  private static void assertStopped(OfAuthClient client) {
    assertThatThrownBy(() -> client.connection("conn_1").chats().list().firstPage())
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("sent the request a second time");
  }
}
