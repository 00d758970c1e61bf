package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.TransportException;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.Deviation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that break the rules of HTTP, or use them to no good. */
final class DefectiveAnswersTest {
  private static final RetryPolicy TWO_AT_ONCE =
      RetryPolicy.defaults().withMaxRetries(2).withDelays(Duration.ZERO, Duration.ZERO);

  private final Tally tally = new Tally();
  private SocketServer server;

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** OkHttp takes them for the head of the next answer, and gives up. */
  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "{}", "HTTP", "<html>\r\n\r\n", "HTTP/1.1\r\n"})
  void bytesBehindAnAnswerCostTheNextCallNothing(String left) throws IOException {
    server =
        SocketServer.start(
            peer -> {
              while (peer.request() != null) {
                peer.answer("200 OK", "", SocketServer.EMPTY_PAGE);
                peer.send(left);
              }
            });
    for (boolean inline : List.of(true, false)) {
      Tally ofThis = new Tally();
      try (OfAuthClient client = client(inline, ofThis, new OkHttpClient(), RetryPolicy.none())) {
        for (int i = 0; i < 4; i++) {
          assertThat(firstPage(client).items()).isEmpty();
        }
      }
      assertThat(ofThis.attempts()).isEqualTo(4);
      assertThat(ofThis.tokens()).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theNextAddressIsAskedWhereTheFirstSpeaksAnotherProtocol(boolean inline) throws IOException {
    server = pages();
    try (SocketServer other =
            SocketServer.startAt(
                address("127.0.0.4"), server.port(), peer -> peer.send("SSH-2.0-Server\r\n"));
        OfAuthClient client =
            client(inline, tally, found("127.0.0.4", "127.0.0.1"), RetryPolicy.none())) {
      assertThat(firstPage(client).items()).isEmpty();

      assertThat(other.connections()).isEqualTo(1);
    }
    try (SocketServer other =
            SocketServer.startAt(
                address("127.0.0.2"), server.port(), peer -> peer.send("SSH-2.0-Server\r\n"));
        OfAuthClient client = client(inline, tally, found("127.0.0.2"), TWO_AT_ONCE)) {
      assertThat(FailedCall.of(client)).hasMessageContaining("does not speak HTTP at this port");

      assertThat(other.connections()).isEqualTo(1);
    }
    assertThat(tally.attempts()).isEqualTo(2);
  }

  /** The connection had served: that it is gone says nothing of its address. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAddressIsNotGivenUpForAnOldConnectionToIt(boolean inline) throws IOException {
    server =
        SocketServer.start(
            peer -> {
              if (peer.request() != null) {
                peer.page();
              }
              if (peer.request() != null) {
                peer.reset();
              }
            });
    AtomicInteger lookups = new AtomicInteger();
    InetAddress good = address("127.0.0.1");
    InetAddress bad = address("127.0.0.3");
    OkHttpClient http =
        new OkHttpClient.Builder()
            .dns(host -> lookups.getAndIncrement() == 0 ? List.of(good) : List.of(bad, good))
            .build();
    try (SocketServer other =
            SocketServer.startAt(
                bad,
                server.port(),
                peer -> {
                  if (peer.request() != null) {
                    peer.reset();
                  }
                });
        OfAuthClient client = client(inline, tally, http, RetryPolicy.none())) {
      assertThat(firstPage(client).items()).isEmpty();
      assertThat(firstPage(client).items()).isEmpty();

      assertThat(other.requests()).hasSize(1);
      assertThat(server.requests()).hasSize(3);
      assertThat(tally.attempts()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, MalformedResponseException, true",
    "401, AuthenticationException, true",
    "403, PermissionException, true",
    "500, ServerException, true",
    "503, ServerException, true",
    "200, MalformedResponseException, false",
    "401, AuthenticationException, false",
    "500, ServerException, false",
  })
  void aNegativeContentLengthHidesNoStatus(int status, String exception, boolean inline)
      throws IOException {
    server =
        SocketServer.start(
            peer -> {
              while (peer.request() != null) {
                peer.send(
                    "HTTP/1.1 " + status + " X\r\nX-Request-Id: r1\r\nContent-Length: -2\r\n\r\n");
                peer.send("{\"error\":\"no\"}");
              }
            });
    try (OfAuthClient client = client(inline, tally, new OkHttpClient(), RetryPolicy.none())) {
      for (int i = 1; i <= 2; i++) {
        OfAuthException e = FailedCall.of(client);

        assertThat(e.getClass().getSimpleName()).isEqualTo(exception);
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.requestId()).hasValue("r1");
        // What the body would have been is not taken for the next answer.
        assertThat(server.connections()).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205})
  void anAnswerWithoutContentThatHasSomeIsToldAndNotRepeated(int status) throws IOException {
    server = SocketServer.always(peer -> peer.answer(status + " X", "", "{}"));
    try (OfAuthClient client = client(true, tally, new OkHttpClient(), TWO_AT_ONCE)) {
      OfAuthException e = FailedCall.of(client);

      assertThat(e).isInstanceOf(MalformedResponseException.class);
      assertThat(e.status()).isEqualTo(status);
      assertThat(tally.attempts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEmptyBodyIsCalledEmptyPackedOrNot(boolean packed) throws IOException {
    Buffer bytes = new Buffer();
    if (packed) {
      Okio.buffer(new GzipSink(bytes)).close();
    }
    byte[] body = bytes.readByteArray();
    server =
        SocketServer.always(
            peer -> {
              peer.send(
                  "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                      + body.length
                      + "\r\n\r\n");
              peer.send(body);
            });
    try (OfAuthClient client = client(true, tally, new OkHttpClient(), TWO_AT_ONCE)) {
      assertThat(FailedCall.of(client))
          .isInstanceOf(MalformedResponseException.class)
          .hasMessageContaining("an empty body");
      assertThat(tally.attempts()).isEqualTo(1);
    }
  }

  @Test
  void blanksBeforeAPageAreNoPartOfIt() throws IOException {
    server =
        SocketServer.always(
            peer -> peer.answer("200 OK", "", " \r\n\t".repeat(500_000) + SocketServer.EMPTY_PAGE));
    try (OfAuthClient client = client(true, tally, new OkHttpClient(), RetryPolicy.none())) {
      assertThat(firstPage(client).items()).isEmpty();
    }
  }

  /** OkHttp reads names of headers that it would not write. */
  @ParameterizedTest
  @ValueSource(strings = {"X Foo: 1", "X-Foo : 1", ": 1", "no colon", "X-F\u00f6o: 1"})
  void aHeaderWithABrokenNameHidesNoStatusWhereAnotherQuotesTheKey(String broken)
      throws IOException {
    server =
        SocketServer.always(
            peer -> peer.answer("503 X", "X-Echo: sk_test\r\n" + broken + "\r\n", ""));
    try (OfAuthClient client = client(true, tally, new OkHttpClient(), TWO_AT_ONCE)) {
      OfAuthException e = FailedCall.of(client);

      assertThat(e.status()).isEqualTo(503);
      assertThat(e.attempts()).isEqualTo(3);
      assertThat(e.headers().get("x-echo")).containsExactly("[redacted]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Connection: close\r\n", ""})
  void credentialsThatAProxyRefusesAreNotOfferedAgain(String header) throws IOException {
    server =
        SocketServer.always(
            peer -> peer.answer("407 X", header + "Proxy-Authenticate: Basic realm=x\r\n", ""));
    OkHttpClient insisting =
        proxied()
            .proxyAuthenticator(
                (route, response) ->
                    response
                        .request()
                        .newBuilder()
                        .header("Proxy-Authorization", Credentials.basic("a", "b"))
                        .build())
            .build();
    // To a tunnel OkHttp offers them at once.
    Map<String, Integer> requests = Map.of("https://api.example", 1, "http://127.0.0.2:9", 2);
    for (String url : requests.keySet()) {
      server.forget();
      try (OfAuthClient client =
          OfAuthClient.builder()
              .apiKey("sk_test")
              .baseUrl(url)
              .okHttpClient(insisting)
              .retryPolicy(TWO_AT_ONCE)
              .build()) {
        OfAuthException e = FailedCall.of(client);

        assertThat(e.isRetryable()).isFalse();
        assertThat(e.attempts()).isEqualTo(1);
        assertThat(server.requests()).hasSize(requests.get(url));
      }
    }
  }

  /** An authenticator is also how a request for a tunnel is given headers of its own. */
  @Test
  void whatAnAuthenticatorAddsComesToTheProxy() throws IOException {
    server = SocketServer.always(peer -> peer.answer("403 X", "", ""));
    OkHttpClient marking =
        proxied()
            .proxyAuthenticator(
                (route, response) ->
                    response.request().newBuilder().header("X-Proxy-Token", "t").build())
            .build();
    try (OfAuthClient client =
        OfAuthClient.builder()
            .apiKey("sk_test")
            .baseUrl("https://api.example")
            .okHttpClient(marking)
            .build()) {
      assertThat(FailedCall.of(client)).isInstanceOf(TransportException.class);

      assertThat(server.requests()).hasSize(1).first().asString().contains("X-Proxy-Token: t");
    }
  }

  /** OkHttp compares authenticators before it reuses a connection. */
  @Test
  void clientsOfOneOkHttpClientShareItsConnectionsBesideAProxyAuthenticator() throws IOException {
    server = pages();
    OkHttpClient http =
        new OkHttpClient.Builder().proxyAuthenticator((route, response) -> null).build();
    for (int i = 0; i < 3; i++) {
      try (OfAuthClient client = client(false, tally, http, RetryPolicy.none())) {
        assertThat(firstPage(client).items()).isEmpty();
      }
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  /** Each of them has a path that begins with the long name. */
  @Test
  void valuesThatComeTwiceUnderALongNameAreToldShortly() throws IOException {
    String twice = "\"a\":0,".repeat(40_000);
    String body =
        "{\"" + "n".repeat(250_000) + "\":{" + twice + "\"b\":0},\"list\":[],\"hasMore\":false}";
    server = SocketServer.always(peer -> peer.answer("200 OK", "", body));
    try (OfAuthClient client = client(true, tally, new OkHttpClient(), RetryPolicy.none())) {
      List<Deviation> deviations = firstPage(client).deviations();

      assertThat(deviations).isNotEmpty().hasSizeLessThan(1_000);
      assertThat(deviations).allMatch(deviation -> deviation.path().length() <= 500);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"list[]", "list[7]", "list[99999999999]", "list[0"})
  void aPropertyThatIsNamedLikeAnItemCostsNoPage(String name) throws IOException {
    String page = "{\"list\":[],\"hasMore\":false,\"" + name + "\":1,\"" + name + "\":2}";
    server = SocketServer.always(peer -> peer.answer("200 OK", "", page));
    try (OfAuthClient client = client(true, tally, new OkHttpClient(), RetryPolicy.none())) {
      assertThat(firstPage(client).items()).isEmpty();
    }
  }

  private OkHttpClient.Builder proxied() {
    return new OkHttpClient.Builder()
        .proxy(
            new Proxy(
                Proxy.Type.HTTP,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())));
  }

  private static Page<Chat> firstPage(OfAuthClient client) {
    return client.connection("conn_1").chats().list().firstPage();
  }

  private static OkHttpClient found(String... addresses) throws IOException {
    List<InetAddress> all = new ArrayList<>();
    for (String address : addresses) {
      all.add(address(address));
    }
    return new OkHttpClient.Builder().dns(host -> all).build();
  }

  private static InetAddress address(String literal) throws IOException {
    return InetAddress.getByName(literal);
  }

  private static SocketServer pages() throws IOException {
    return SocketServer.always(SocketServer.Peer::page);
  }

  private OfAuthClient client(boolean inline, Tally tally, OkHttpClient http, RetryPolicy policy) {
    OfAuthClient.Builder builder =
        OfAuthClient.builder()
            .apiKey("sk_test")
            .baseUrl(server.localhostUrl())
            .rateLimitPolicy(tally.policy())
            .listener(tally)
            .retryPolicy(policy);
    return inline ? TestClients.inline(builder, http) : builder.okHttpClient(http).build();
  }
}
