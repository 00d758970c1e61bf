package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.Chats;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server sends, the user is told the status that came, and what ended the call. */
final class AnswersTest {
  private static final RetryPolicy TWO_AT_ONCE =
      RetryPolicy.defaults().withMaxRetries(2).withDelays(Duration.ZERO, Duration.ZERO);

  private final Tally tally = new Tally();
  private final CountDownLatch end = new CountDownLatch(1);
  private SocketServer server;

  @AfterEach
  void close() throws IOException {
    end.countDown();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "408 Request Timeout, '', 3",
    "408 Request Timeout, Retry-After: 0, 3",
    "408 Request Timeout, Retry-After: 9, 3",
    "408 Request Timeout, Retry-After: 3000000000, 3",
    "421 Misdirected Request, '', 1",
    "425 Too Early, '', 3",
    "425 Too Early, Retry-After: 0, 3",
    "503 Unavailable, '', 3",
    "503 Unavailable, Retry-After: 0, 3",
    "503 Unavailable, Retry-After: 00, 3",
    "503 Unavailable, Retry-After: 3000000000, 3",
    "503 Unavailable, Retry-After: 99999999999999999999, 3",
    "520 Unknown, '', 3",
    "521 Down, '', 3",
    "522 Timed Out, '', 3",
    "523 Unreachable, '', 3",
    "524 Timeout, '', 3",
    "525 Handshake, '', 1",
    "526 Certificate, '', 1",
    "530 Origin, '', 3",
    "407 Proxy Authentication Required, '', 1",
    "407 Proxy Authentication Required, 'Proxy-Authenticate: Basic realm=x', 1",
    "401 Unauthorized, 'WWW-Authenticate: Basic realm=x', 1",
    "300 Choices, 'Location: /x', 1",
    "304 Not Modified, '', 1",
  })
  void theStatusIsToldAndThePolicyAloneRepeats(String status, String header, int requests)
      throws IOException {
    String headers = header.isEmpty() ? "" : header + "\r\n";
    server = always(peer -> peer.answer(status, headers, "{\"error\":\"no\"}"));
    try (OfAuthClient client =
        client(
            builder ->
                builder
                    .okHttpClient(
                        new OkHttpClient.Builder()
                            .authenticator((route, response) -> response.request())
                            .proxyAuthenticator((route, response) -> response.request())
                            .build())
                    .retryPolicy(TWO_AT_ONCE.withMaxRetryAfter(Duration.ZERO)))) {
      OfAuthException e = FailedCall.of(client);

      assertThat(e.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
      assertThat(e.attempts()).isEqualTo(requests);
      assertThat(e.isRetryable()).isEqualTo(requests > 1);
      if (!headers.isEmpty()) {
        int colon = header.indexOf(": ");
        assertThat(e.headers().get(header.substring(0, colon).toLowerCase(Locale.ROOT)))
            .containsExactly(header.substring(colon + 2));
      }
      assertThat(server.requests()).hasSize(requests);
      assertThat(tally.tokens()).isEqualTo(requests);
    }
  }

  @Test
  void anAnswerWhoseBodyStallsIsToldWithWhatCame() throws Exception {
    Map<Integer, String> expected = new TreeMap<>();
    expected.put(200, "DeadlineExceededException");
    expected.put(401, "AuthenticationException");
    expected.put(403, "PermissionException");
    expected.put(429, "RateLimitException");
    expected.put(500, "ServerException");
    server =
        always(
            (peer, head) -> {
              peer.send(
                  "HTTP/1.1 "
                      + head.replaceAll("(?s).*x-connection-id: ([0-9]+).*", "$1")
                      + " X\r\nX-Request-Id: r1\r\nContent-Length: 500\r\n\r\n"
                      + "{\"error\":\"as far as it came\",\"type\":\"ODD\",");
              awaitEnd();
            });
    // They pass at the same time, so that the test takes one timeout and not five.
    try (OfAuthClient client =
        client(
            builder ->
                builder
                    .rateLimitPolicy(RateLimitPolicy.unlimited())
                    .readTimeout(Duration.ofMinutes(10))
                    .timeout(Duration.ofSeconds(5)))) {
      Map<Integer, CompletableFuture<?>> calls = new TreeMap<>();
      for (int status : expected.keySet()) {
        calls.put(
            status, client.connection(String.valueOf(status)).chats().list().async().firstPage());
      }
      for (Map.Entry<Integer, CompletableFuture<?>> call : calls.entrySet()) {
        int status = call.getKey();
        OfAuthException e =
            (OfAuthException)
                catchThrowableOfType(ExecutionException.class, () -> call.getValue().get())
                    .getCause();

        assertThat(e.getClass().getSimpleName()).isEqualTo(expected.get(status));
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.requestId()).hasValue("r1");
        if (status != 200) {
          assertThat(e.errorType()).hasValue("ODD");
          assertThat(e).hasMessageContaining("as far as it came");
        }
      }
    }
  }

  @Test
  void aPageWhoseBodyBreaksOffKeepsStatusAndHeaders() throws IOException {
    server =
        always(
            peer -> {
              peer.send("HTTP/1.1 200 OK\r\nX-Request-Id: r1\r\nContent-Length: 500\r\n\r\n{\"li");
              peer.close();
            });
    try (OfAuthClient client = client(builder -> builder.retryPolicy(TWO_AT_ONCE))) {
      OfAuthException e = FailedCall.of(client);

      assertThat(e).isInstanceOf(TransportException.class);
      assertThat(e.status()).isEqualTo(200);
      assertThat(e.requestId()).hasValue("r1");
      assertThat(e.attempts()).isEqualTo(3);
    }
  }

  /** Else the next request, of another connection id perhaps, would be answered with its page. */
  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 103 Early Hints\\HTTP/1.1 103 Early Hints\\, 1xx",
    "HTTP/1.1 101 Switching Protocols\\, 101"
  })
  void interimAnswersThatCanNotBeReadAreNamedAndPoisonNoConnection(String interim, String named)
      throws IOException {
    server =
        SocketServer.start(
            peer -> {
              boolean first = peer.server().requests().isEmpty();
              while (peer.request() != null) {
                if (first) {
                  peer.send(interim.replace("\\", "\r\n\r\n"));
                }
                peer.page();
                first = false;
              }
            });
    try (OfAuthClient client =
        client(builder -> builder.retryPolicy(TWO_AT_ONCE.withMaxRetries(0)))) {
      OfAuthException e = FailedCall.of(client);

      assertThat(e).isInstanceOf(TransportException.class).hasMessageContaining(named);
      assertThat(e.isRetryable()).isTrue();
      assertThat(client.connection("conn_2").chats().list().firstPage().items()).isEmpty();
      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** There it is a matter of the one request: the connection serves other calls meanwhile. */
  @Test
  void interimAnswersThatCanNotBeReadCostNoConnectionOfHttp2() throws IOException {
    server =
        SocketServer.start(
            new Http2Server(
                (stream, number) -> {
                  if (number == 1) {
                    stream.interim("103");
                    stream.interim("103");
                  }
                  stream.page();
                }));
    try (OfAuthClient client =
        client(builder -> overHttp2(builder).retryPolicy(TWO_AT_ONCE.withMaxRetries(0)))) {
      assertThat(FailedCall.of(client))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("1xx");
      assertThat(client.connection("conn_2").chats().list().firstPage().items()).isEmpty();

      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** What servers of TLS answer to plain HTTP: an alert, and the end. */
  @Test
  void aServerOfTlsThatIsAskedInPlainHttpIsNamed() throws IOException {
    server =
        always(
            peer -> {
              peer.send("\u0015\u0003\u0001\u0000\u0002\u0002F");
              peer.close();
            });
    OfAuthException e;
    try (OfAuthClient client = client(builder -> builder.retryPolicy(TWO_AT_ONCE))) {
      e = FailedCall.of(client);
    }

    assertThat(e)
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("does not speak HTTP at this port, or only with TLS");
    assertThat(e.isRetryable()).isFalse();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void oneInterimAnswerIsRead() throws IOException {
    server =
        always(
            peer -> {
              peer.send("HTTP/1.1 103 Early Hints\r\n\r\n");
              peer.page();
            });
    try (OfAuthClient client = client(builder -> builder.retryPolicy(RetryPolicy.none()))) {
      assertThat(client.connection("conn_1").chats().list().firstPage().items()).isEmpty();
    }
  }

  @Test
  void a429AfterWhichOurOwnBucketRefusesTheWaitIsTold() throws IOException {
    server = always(peer -> peer.answer("429 Too Many", "", "{\"error\":\"slow down\"}"));
    try (OfAuthClient client =
        client(
            builder ->
                builder
                    .rateLimitPolicy(RateLimitPolicy.of(1, 1))
                    .retryPolicy(TWO_AT_ONCE)
                    .timeout(Duration.ofSeconds(20)))) {
      OfAuthException e = FailedCall.of(client);

      assertThat(e).isInstanceOf(RateLimitException.class).hasMessageContaining("not retried");
      assertThat(e.status()).isEqualTo(429);
    }
  }

  @Test
  void aServiceThatRefusesEverybodyGetsABoundedNumberOfRequests() throws IOException {
    server = always(peer -> peer.answer("429 Too Many", "", ""));
    try (OfAuthClient client =
        client(
            builder ->
                builder.rateLimitPolicy(RateLimitPolicy.unlimited()).retryPolicy(TWO_AT_ONCE))) {
      for (int i = 0; i < 200; i++) {
        String connection = "conn_" + i;
        assertThat(
                catchThrowableOfType(
                    OfAuthException.class,
                    () -> client.connection(connection).chats().list().firstPage()))
            .isInstanceOf(RateLimitException.class);
      }
    }
    assertThat(server.requests()).hasSize(200 + 100);
  }

  @Test
  void manyRefusalsThatEndWellUseUpNothing() throws IOException {
    server =
        SocketServer.start(
            peer -> {
              for (int n = 0; peer.request() != null; n++) {
                if (n % 2 == 0) {
                  peer.answer("429 Too Many", "", "");
                } else {
                  peer.page();
                }
              }
            });
    try (OfAuthClient client =
        client(
            builder ->
                builder.rateLimitPolicy(RateLimitPolicy.unlimited()).retryPolicy(TWO_AT_ONCE))) {
      for (int i = 0; i < 300; i++) {
        assertThat(client.connection("conn_1").chats().list().firstPage().items()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"407, false", "403, false", "405, false", "502, true", "503, true", "504, true"})
  void whatAProxyRefusesIsRepeatedOnlyWhereItCanHelp(int status, boolean retryable)
      throws IOException {
    server = always(peer -> peer.answer(status + " X", "", "the proxy says no"));
    try (OfAuthClient client =
        OfAuthClient.builder()
            .apiKey("sk_test")
            .baseUrl("https://api.example")
            .okHttpClient(
                new OkHttpClient.Builder()
                    .proxy(
                        new Proxy(
                            Proxy.Type.HTTP,
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())))
                    .build())
            .retryPolicy(TWO_AT_ONCE)
            .listener(tally)
            .build()) {
      OfAuthException e = FailedCall.of(client);

      assertThat(e).isInstanceOf(TransportException.class).hasMessageContaining("proxy");
      assertThat(e.isRetryable()).isEqualTo(retryable);
      assertThat(tally.attempts()).isEqualTo(retryable ? 3 : 1);
    }
  }

  @Test
  void aProxyOfPlainHttpIsGivenItsCredentialsWithinTheAttempt() throws IOException {
    server =
        always(
            (peer, head) -> {
              if (head.contains("Proxy-Authorization: ")) {
                peer.page();
              } else {
                peer.answer("407 X", "Proxy-Authenticate: Basic realm=x\r\n", "");
              }
            });
    OkHttpClient.Builder proxied =
        new OkHttpClient.Builder()
            .proxy(
                new Proxy(
                    Proxy.Type.HTTP,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())));
    try (OfAuthClient without = client(builder -> builder.okHttpClient(proxied.build()))) {
      OfAuthException e = FailedCall.of(without);

      assertThat(e.status()).isEqualTo(407);
      assertThat(e.isRetryable()).isFalse();
    }
    proxied.proxyAuthenticator(
        (route, response) ->
            response
                .request()
                .newBuilder()
                .header("Proxy-Authorization", Credentials.basic("a", "b"))
                .build());
    try (OfAuthClient client = client(builder -> builder.okHttpClient(proxied.build()))) {
      assertThat(client.connection("conn_1").chats().list().firstPage().items()).isEmpty();
    }
    assertThat(tally.attempts()).isEqualTo(1 + 1);
    assertThat(server.requests()).hasSize(1 + 2);
  }

  @Test
  void aBodyWhereNoneMayBeKeepsItsStatus() throws IOException {
    server = always(peer -> peer.answer("204 No Content", "", "{}"));
    try (OfAuthClient client = client(builder -> builder.retryPolicy(TWO_AT_ONCE))) {
      OfAuthException e = FailedCall.of(client);

      assertThat(e)
          .isInstanceOf(MalformedResponseException.class)
          .hasMessageContaining("an empty body");
      assertThat(e.status()).isEqualTo(204);
      assertThat(tally.attempts()).isEqualTo(1);
    }
  }

  @Test
  void aProxyThatRefusesTheCredentialsIsNotAskedAgain() throws IOException {
    server =
        always(
            peer ->
                peer.answer(
                    "407 X", "Connection: close\r\nProxy-Authenticate: Basic realm=x\r\n", ""));
    try (OfAuthClient client =
        OfAuthClient.builder()
            .apiKey("sk_test")
            .baseUrl("https://api.example")
            .okHttpClient(
                new OkHttpClient.Builder()
                    .proxy(
                        new Proxy(
                            Proxy.Type.HTTP,
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())))
                    .proxyAuthenticator(
                        (route, response) ->
                            response.request().header("Proxy-Authorization") == null
                                ? response
                                    .request()
                                    .newBuilder()
                                    .header("Proxy-Authorization", Credentials.basic("a", "b"))
                                    .build()
                                : null)
                    .build())
            .retryPolicy(TWO_AT_ONCE)
            .listener(tally)
            .build()) {
      assertThat(FailedCall.of(client).isRetryable()).isFalse();
      assertThat(tally.attempts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n",
        "220 mail.example ESMTP\r\n",
        "-ERR unknown command\r\n",
        "\u0015\u0003\u0003\u0000\u0002\u0002F\r\n",
        "HTTP/2 200\r\n\r\n",
        "ICY 200 OK\r\n\r\n",
      })
  void aServerThatSpeaksAnotherProtocolIsNotAskedAgain(String greeting) throws IOException {
    server =
        always(
            peer -> {
              peer.send(greeting);
              peer.close();
            });
    try (OfAuthClient client = client(builder -> builder.retryPolicy(TWO_AT_ONCE))) {
      OfAuthException e = FailedCall.of(client);

      if (greeting.startsWith("ICY")) {
        // SHOUTcast's status line, which OkHttp takes.
        assertThat(e.status()).isEqualTo(200);
        return;
      }
      assertThat(e).isInstanceOf(TransportException.class).hasMessageContaining("does not speak");
      assertThat(e.isRetryable()).isFalse();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aServerThatSpeaksNoTlsIsNotAskedAgain() throws IOException {
    server =
        SocketServer.start(
            peer -> {
              peer.note("connection");
              peer.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
              peer.awaitClosedByClient();
            });
    try (OfAuthClient client =
        OfAuthClient.builder()
            .apiKey("sk_test")
            .baseUrl("https://127.0.0.1:" + server.port())
            .retryPolicy(TWO_AT_ONCE)
            .listener(tally)
            .build()) {
      OfAuthException e = FailedCall.of(client);

      assertThat(e).isInstanceOf(TransportException.class).hasMessageContaining("TLS");
      assertThat(e.isRetryable()).isFalse();
      assertThat(tally.attempts()).isEqualTo(1);
    }
  }

  @Test
  void aTlsHandshakeThatBreaksOffIsRepeated() throws IOException {
    server = SocketServer.start(SocketServer.Peer::reset);
    try (OfAuthClient client =
        OfAuthClient.builder()
            .apiKey("sk_test")
            .baseUrl("https://127.0.0.1:" + server.port())
            .retryPolicy(TWO_AT_ONCE)
            .listener(tally)
            .build()) {
      assertThat(FailedCall.of(client).isRetryable()).isTrue();
      assertThat(tally.attempts()).isEqualTo(3);
    }
  }

  @Test
  void aReadTimeoutStaysAnAttempt() throws IOException {
    server =
        SocketServer.start(
            peer -> {
              if (peer.request() != null) {
                peer.page();
              }
              if (peer.request() != null) {
                awaitEnd();
              }
            });
    try (OfAuthClient client = client(builder -> builder.retryPolicy(RetryPolicy.none()))) {
      OfAuthConnection connection = client.connection("conn_1");
      assertThat(connection.chats().list().firstPage().items()).isEmpty();

      Chats impatient = connection.withReadTimeout(Duration.ofMillis(200)).chats();
      assertThatThrownBy(() -> impatient.list().firstPage()).isInstanceOf(TransportException.class);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(tally.attempts()).isEqualTo(2);
    }
  }

  @Test
  void aFreshConnectionToTheOnlyAddressThatBreaksIsAnAttempt() throws IOException {
    server = always(SocketServer.Peer::reset);
    try (OfAuthClient client = client(builder -> builder.retryPolicy(TWO_AT_ONCE))) {
      assertThat(FailedCall.of(client)).isInstanceOf(TransportException.class);

      assertThat(server.requests()).hasSize(3);
      assertThat(tally.attempts()).isEqualTo(3);
      assertThat(tally.tokens()).isEqualTo(3);
    }
  }

  @Test
  void anHttp2StreamRefusedOnAFreshConnectionIsAnAttempt() throws IOException {
    server = SocketServer.start(new Http2Server((stream, number) -> stream.refuse()));
    try (OfAuthClient client = client(builder -> overHttp2(builder).retryPolicy(TWO_AT_ONCE))) {
      assertThat(FailedCall.of(client))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("REFUSED_STREAM");

      assertThat(server.requests()).hasSize(3);
      assertThat(tally.attempts()).isEqualTo(3);
    }
  }

  private static OfAuthClient.Builder overHttp2(OfAuthClient.Builder builder) {
    return builder.okHttpClient(
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build());
  }

  private void awaitEnd() {
    try {
      assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Answer {
    void to(SocketServer.Peer peer, String head) throws IOException;
  }

  private static SocketServer always(SocketServer.Handler answer) throws IOException {
    return always((peer, head) -> answer.serve(peer));
  }

  private static SocketServer always(Answer answer) throws IOException {
    return SocketServer.start(
        peer -> {
          for (String head = peer.request(); head != null; head = peer.request()) {
            answer.to(peer, head);
          }
        });
  }

  private OfAuthClient client(Consumer<OfAuthClient.Builder> settings) {
    OfAuthClient.Builder builder =
        OfAuthClient.builder()
            .apiKey("sk_test")
            .baseUrl(server.url())
            .rateLimitPolicy(tally.policy())
            .listener(tally);
    settings.accept(builder);
    return builder.build();
  }
}
