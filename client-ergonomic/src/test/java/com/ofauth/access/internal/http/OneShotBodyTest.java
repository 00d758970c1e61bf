package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.TransportException;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.WireFault;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request that changes something is sent once, even where a GET would be sent again for free. */
final class OneShotBodyTest {
  private final SimulatedTime time = new SimulatedTime();
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().clock(time.clock()).start();
  private final HttpUrl baseUrl = HttpUrl.get(provider.baseUrl().toString());
  private final HttpTransport http =
      HttpTransport.create(null, "sk_test", baseUrl, UserAgent.ofSdk());
  private final Layer stack =
      new HttpStack(
              http,
              new Secrets("sk_test"),
              baseUrl.toString(),
              RetryPolicy.defaults(),
              RateLimitPolicy.unlimited(),
              CompositeListener.NONE,
              time)
          .assemble(Timeouts.DEFAULT);

  @AfterEach
  void close() {
    http.lifecycle().close();
    provider.close();
  }

  @Test
  void aUsedConnectionThatBreaksAfterTheRequestEndsTheCall() {
    // Whatever the answer is: it leaves a connection that has served.
    assertThatThrownBy(() -> stack.send(request("POST", RequestBody.create(new byte[1]))))
        .isNotInstanceOf(TransportException.class);
    provider.faults().next(WireFault.resetBeforeStatus());

    assertThatThrownBy(() -> stack.send(request("POST", RequestBody.create(new byte[1]))))
        .isInstanceOf(TransportException.class);
    assertThat(provider.requests()).hasSize(2);
  }

  @Test
  void withoutABodyItIsSentAgainForFree() {
    assertThatThrownBy(() -> stack.send(request("GET", null)))
        .isNotInstanceOf(TransportException.class);
    provider.faults().next(WireFault.resetBeforeStatus());

    assertThatThrownBy(() -> stack.send(request("GET", null)))
        .isNotInstanceOf(TransportException.class);
    assertThat(provider.requests()).hasSize(3);
    assertThat(time.sleeps()).isEmpty();
  }

  private ApiRequest<String> request(String method, @Nullable RequestBody body) {
    Request request =
        new Request.Builder()
            .url(provider.baseUrl() + "/v2/access/messages")
            .method(method, body)
            .build();
    return new ApiRequest<>(
        "sendMessage",
        "conn_1",
        request,
        (json, deadline) -> json.readUtf8(),
        /* keepsBody= */ false);
  }
}
