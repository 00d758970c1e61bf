package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.AuthenticationException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RedirectException;
import com.ofauth.access.TestClients;
import com.ofauth.access.TransportException;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Call;
import okhttp3.EventListener;
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

  @Test
  void anInterceptorThatSendsARequestTwiceIsStoppedAtTheSecond() {
    Interceptor insistent =
        chain -> {
          chain.proceed(chain.request()).close();
          return chain.proceed(chain.request());
        };
    try (OfAuthClient client =
        client(new OkHttpClient.Builder().addInterceptor(insistent).build())) {
      assertThatThrownBy(() -> client.connection().chats().list().firstPage())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("sent the request a second time");
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void anAuthenticatorSendsNothingByItself() {
    provider.faults().always(AnswerFault.error(401, "UNAUTHORIZED", "no"));
    try (OfAuthClient client =
        client(
            new OkHttpClient.Builder()
                .authenticator(
                    (route, response) ->
                        response.request().newBuilder().header("Authorization", "again").build())
                .build())) {
      assertThatThrownBy(() -> client.connection().chats().list().firstPage())
          .isInstanceOf(AuthenticationException.class);
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void anEventListenerThatThrowsFailsTheCallAndShowsNoKey() {
    EventListener atTheStart =
        new EventListener() {
          @Override
          public void callStart(Call call) {
            throw new IllegalStateException("broken event listener");
          }
        };
    EventListener whereItSeesTheKey =
        new EventListener() {
          @Override
          public void requestHeadersEnd(Call call, Request request) {
            throw new IllegalStateException(
                "broken event listener",
                new IllegalArgumentException(request.headers().toString()));
          }
        };
    for (EventListener broken : List.of(atTheStart, whereItSeesTheKey)) {
      LeakRecorder recorder = new LeakRecorder();
      try (OfAuthClient client =
          TestClients.build(
              TestClients.of(provider)
                  .okHttpClient(new OkHttpClient.Builder().eventListener(broken).build())
                  .listener(recorder),
              time)) {
        assertThatThrownBy(() -> client.connection().chats().list().firstPage())
            .isInstanceOfSatisfying(TransportException.class, recorder::add)
            .hasMessageContaining("broken event listener");
        assertThat(recorder.text()).contains("end CallOutcome").doesNotContain("CANARY");
      } finally {
        recorder.close();
      }
    }
    assertThat(provider.requests()).isEmpty();
  }

  private OfAuthClient client(OkHttpClient own) {
    return TestClients.build(TestClients.of(provider).okHttpClient(own), time);
  }
}
