package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a user's own client may change, and what it can't. */
final class OwnOkHttpClientTest {
  private final SimulatedTime time = new SimulatedTime();
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().clock(time.clock()).apiKey("sk_CANARY").start();
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void interceptorsSeeAPlaceholderAndTheServiceTheKey() {
    Interceptor curious =
        chain -> {
          Request request = chain.request();
          Response response = chain.proceed(request);
          seen.add(request + " " + request.headers() + " " + request.tag(Object.class));
          seen.add(response + " " + response.request().headers() + response.request());
          Response network = response.networkResponse();
          seen.add(network == null ? "" : network.request() + " " + network.request().headers());
          return response;
        };
    try (OfAuthClient client =
        client(
            new OkHttpClient.Builder()
                .addInterceptor(curious)
                .addNetworkInterceptor(curious)
                .build())) {
      client.connection().chats().list().firstPage();
    }

    assertThat(seen).hasSize(6).noneMatch(line -> line.contains("CANARY"));
    assertThat(String.join(" ", seen)).contains("apiKey: (not-shown)");
  }

  @Test
  void aRequestThatIsTurnedToAnotherServerGetsNoKeyAndFails() {
    try (OfAuthTestProvider other = OfAuthTestProvider.start();
        OfAuthClient client =
            client(
                new OkHttpClient.Builder()
                    .addInterceptor(
                        chain ->
                            chain.proceed(
                                chain
                                    .request()
                                    .newBuilder()
                                    .url(other.baseUrl().resolve("/x").toString())
                                    .build()))
                    .build())) {

      assertThatThrownBy(() -> client.connection().chats().list().firstPage())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("turned the request to another server");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void redirectsAreNotFollowedAndFailuresAreRetried() {
    try (OfAuthTestProvider other = OfAuthTestProvider.start();
        OfAuthClient client =
            client(
                new OkHttpClient.Builder()
                    .followRedirects(true)
                    .retryOnConnectionFailure(true)
                    .build())) {
      provider.faults().next(AnswerFault.htmlBadGateway());
      provider.faults().next(AnswerFault.redirectTo(URI.create(other.baseUrl() + "/x")));

      assertThatThrownBy(() -> client.connection().chats().list().firstPage())
          .isInstanceOf(RedirectException.class);
      assertThat(provider.requests()).hasSize(2);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void anInterceptorThatThrowsFailsTheCallAtOnce() {
    try (OfAuthClient client =
        client(
            new OkHttpClient.Builder()
                .addInterceptor(
                    chain -> {
                      seen.add("attempt");
                      throw new IllegalStateException("broken interceptor");
                    })
                .build())) {
      assertThatThrownBy(() -> client.connection().chats().list().firstPage())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("broken interceptor");
      assertThat(seen).containsExactly("attempt");
    }
  }

  private OfAuthClient client(OkHttpClient own) {
    return TestClients.of(provider).timing(time).okHttpClient(own).build();
  }
}
