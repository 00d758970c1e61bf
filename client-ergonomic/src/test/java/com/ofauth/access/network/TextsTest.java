package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Chats;
import com.ofauth.access.InvalidRequestException;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.TransportException;
import com.ofauth.access.decoding.ValidationMode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users read in messages and logs: no forged line, and what helps. */
final class TextsTest {
  private static final String JSON = "Content-Type: application/json\r\n";

  private @Nullable SocketServer server;

  @AfterEach
  void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aRequestIdOfAPageForgesNoLine() throws IOException {
    server =
        SocketServer.always(
            peer -> peer.answer("200 OK", "X-Request-Id: r1\rFORGED\r\n", SocketServer.EMPTY_PAGE));
    try (OfAuthClient client =
        OfAuthClient.builder().apiKey("sk_test").baseUrl(server.url()).build()) {
      assertThat(client.connection("conn_1").chats().list().firstPage().requestId())
          .hasValue("r1 FORGED");
    }
  }

  @Test
  void aRequestIdForgesNoLine() throws IOException {
    server =
        SocketServer.always(
            peer -> peer.answer("500 No", "X-Request-Id: r1\rFORGED\u0085x\r\n", ""));
    OfAuthException e = fail();

    assertThat(e.getMessage()).contains("r1").contains("FORGED").doesNotContain("\r");
    assertThat(e.requestId()).hasValueSatisfying(id -> assertThat(id).startsWith("r1 FORGED"));
    assertThat(FailedCall.lines(e.toString())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u2028", "\u2029", "\u202e", "\u2066", "\u200f", "\u0085", "\u000b", "\u001b", "\u007f",
        "\ufeff", "\ue000", "\ud800"
      })
  void whatTheServiceSaysIsOnePrintableLine(String character) throws IOException {
    String json = "\\u" + String.format("%04x", (int) character.charAt(0));
    server =
        SocketServer.always(
            peer ->
                peer.answer(
                    "500 No",
                    JSON,
                    "{\"error\":\"a"
                        + json
                        + "b\",\"type\":\"T"
                        + json
                        + "\",\"requestId\":\"r"
                        + json
                        + "\"}"));
    OfAuthException e = fail();

    assertThat(e.getMessage()).doesNotContain(character);
    assertThat(FailedCall.lines(e.getMessage())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 100_000, 1_000_000})
  void aStatusLineFloodsNothing(int length) throws IOException {
    server =
        SocketServer.always(
            peer -> {
              peer.send("x".repeat(length) + "\r\n\r\n");
              peer.close();
            });
    OfAuthException e = fail();

    assertThat(e.getMessage().length()).isLessThan(1000);
    assertThat(FailedCall.text(e).length()).isLessThan(30_000);
  }

  @Test
  void aReasonPhraseFloodsNothing() throws IOException {
    server = SocketServer.always(peer -> peer.answer("500 " + "x".repeat(100_000), "", ""));
    OfAuthException e = fail();

    assertThat(e.status()).isEqualTo(500);
    assertThat(FailedCall.text(e).length()).isLessThan(30_000);
  }

  @Test
  void textsOfCertificatesForgeNothingAndFloodNothing() throws IOException {
    server = SocketServer.always(SocketServer.Peer::page);
    Interceptor peer =
        chain -> {
          throw new SSLPeerUnverifiedException(
              "Hostname not verified:\n    CN=x\n\rFORGED\u202e" + "y".repeat(100_000));
        };
    try (OfAuthClient client =
        FailedCall.client(server, new OkHttpClient.Builder().addInterceptor(peer).build())) {
      OfAuthException e = FailedCall.of(client);

      assertThat(e).hasMessageStartingWith("The server's certificate is not trusted");
      assertThat(e.getCause()).isInstanceOf(SSLPeerUnverifiedException.class);
      assertThat(FailedCall.lines(e.getMessage())).hasSize(1);
      assertThat(FailedCall.text(e)).doesNotContain("\u202e").doesNotContain("\r");
      assertThat(FailedCall.text(e).length()).isLessThan(30_000);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, <html><body>Welcome, '\"<html><body>Welcome\"'",
    "text/plain, all good, '\"all good\"'",
    "application/json, maybe, '\"maybe\"'",
    "application/octet-stream, \u0001\u0002\u2028x, x",
  })
  void aSuccessThatIsNoJsonSaysWhatItIs(String type, String body, String shown) throws IOException {
    server =
        SocketServer.always(peer -> peer.answer("200 OK", "Content-Type: " + type + "\r\n", body));
    OfAuthException e = fail();

    assertThat(e)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("no JSON")
        .hasMessageContaining("content type " + type)
        .hasMessageContaining(shown.replace("\"<html><body>Welcome\"", "\"<html><body>Welcome"));
    assertThat(FailedCall.text(e)).doesNotContain("setLenient");
    assertThat(FailedCall.lines(e.getMessage())).hasSize(1);
  }

  @Test
  void aSuccessInAnEncodingThatIsNotReadSaysSo() throws IOException {
    server =
        SocketServer.always(
            peer ->
                peer.answer(
                    "200 OK", JSON + "Content-Encoding: br\r\n", "\u0001\u0002\u0003\u0004"));

    assertThat(fail())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("content encoding br");
  }

  @Test
  void aPageWithABrokenValueNamesThePathAndShowsNoCustomersData() throws IOException {
    server =
        SocketServer.always(
            peer ->
                peer.answer(
                    "200 OK",
                    JSON,
                    "{\"list\":[{\"withUser\":{\"name\":\"Jane\",\"id\":maybe}}]}"));

    try (OfAuthClient client =
        FailedCall.client(Objects.requireNonNull(server), new OkHttpClient())) {
      assertThat(
              client.connection("conn_1").chats().list().firstPage().undecodableItems().toString())
          .contains("$.list[0].withUser.id")
          .doesNotContain("Jane", "setLenient");
      ChatListQuery strict = ChatListQuery.builder().validationMode(ValidationMode.STRICT).build();
      assertThatThrownBy(() -> client.connection("conn_1").chats().list(strict).firstPage())
          .isInstanceOf(MalformedResponseException.class)
          .hasMessageContaining("$.list[0].withUser.id")
          .hasMessageNotContaining("Jane")
          .hasMessageNotContaining("setLenient");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n", "\ufeff"})
  void anEmptySuccessIsCalledEmpty(String body) throws IOException {
    server = SocketServer.always(peer -> peer.answer("200 OK", JSON, body));

    assertThat(fail())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("an empty body")
        .hasMessageNotContaining("cut short");
  }

  @Test
  void aByteOrderMarkHidesNoError() throws IOException {
    server =
        SocketServer.always(
            peer ->
                peer.answer(
                    "401 No", JSON, "\ufeff{\"error\":\"expired\",\"type\":\"SESSION_EXPIRED\"}"));

    assertThat(fail()).isInstanceOf(SessionExpiredException.class);
  }

  @Test
  void aByteOrderMarkHidesNoPage() throws IOException {
    server =
        SocketServer.always(
            peer -> peer.answer("200 OK", JSON, "\ufeff" + SocketServer.EMPTY_PAGE));
    try (OfAuthClient client = FailedCall.client(server, new OkHttpClient())) {
      assertThat(client.connection("conn_1").chats().list().firstPage().items()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"304 Not Modified", "306 Unused", "399 Odd"})
  void whatIsNoRedirectIsNotCalledOne(String status) throws IOException {
    server = SocketServer.always(peer -> peer.answer(status, "ETag: x\r\n", ""));
    OfAuthException e = fail();

    assertThat(e).isInstanceOf(InvalidRequestException.class).hasMessageNotContaining("redirect");
    assertThat(e.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
  }

  @Test
  void noMessageEndsInNull() throws IOException {
    server = SocketServer.always(SocketServer.Peer::page);
    Interceptor silent =
        chain -> {
          throw new IOException();
        };
    try (OfAuthClient client =
        FailedCall.client(server, new OkHttpClient.Builder().addInterceptor(silent).build())) {
      assertThat(FailedCall.of(client))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("IOException")
          .hasMessageNotContaining("null");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SESSION_EXPIRED, SessionExpiredException, false",
    "SESSION_NOT_PROVIDED, ConnectionNotFoundException, false",
    "UNAUTHORIZED, AuthenticationException, false",
    "AUTH_INVALID_KEY, AuthenticationException, false",
    "AUTH_KEY_EXPIRED, AuthenticationException, false",
    "AUTH_INSUFFICIENT_SCOPE, PermissionException, false",
    "FORBIDDEN, PermissionException, false",
    "RULES_OUTDATED, ServerException, true",
    "RATE_LIMIT_EXCEEDED, RateLimitException, true",
    "BAD_REQUEST, InvalidRequestException, false",
    "RESOURCE_NOT_FOUND, NotFoundException, false",
    "ROUTE_NOT_FOUND, NotFoundException, false",
    "SOMETHING_NEW, ServerException, false",
  })
  void aSuccessWithAnErrorInItIsThatError(String type, String exception, boolean retryable)
      throws IOException {
    for (String body :
        List.of(
            "{\"error\":\"as it says\",\"type\":\"TYPE\",\"requestId\":\"req_1\",\"actionRequired\":\"refresh_session\"}",
            "{\"list\":null,\"hasMore\":false,\"error\":\"as it says\",\"type\":\"TYPE\",\"requestId\":\"req_1\",\"actionRequired\":\"refresh_session\"}",
            "{\"message\":\"as it says\",\"code\":\"TYPE\",\"requestId\":\"req_1\",\"actionRequired\":\"refresh_session\"}",
            "{\"error\":{\"message\":\"as it says\",\"code\":\"TYPE\"},\"requestId\":\"req_1\",\"actionRequired\":\"refresh_session\"}")) {
      try (SocketServer erring =
          SocketServer.always(peer -> peer.answer("200 OK", JSON, body.replace("TYPE", type)))) {
        OfAuthException e = FailedCall.of(erring);

        assertThat(e.getClass().getSimpleName()).isEqualTo(exception);
        assertThat(e.status()).isEqualTo(200);
        assertThat(e.errorType()).hasValue(type);
        assertThat(e.requestId()).hasValue("req_1");
        assertThat(e.actionRequired()).hasValue("refresh_session");
        assertThat(e.isRetryable()).isEqualTo(retryable);
        assertThat(e).hasMessageContaining("as it says");
      }
    }
  }

  @Test
  void aMissingKeySaysTheSameWhereverItIsMissing() {
    String sentence =
        "The API key is missing: set it by OfAuthClient.builder().apiKey(…), or set the environment"
            + " variable OFAUTH_API_KEY and call OfAuthClient.fromEnv()";
    assertThatThrownBy(() -> OfAuthClient.builder().apiKey(System.getenv("NOT_SET_ANYWHERE")))
        .isInstanceOf(NullPointerException.class)
        .hasMessage(sentence);
    assertThatThrownBy(() -> OfAuthClient.builder().build())
        .isInstanceOf(NullPointerException.class)
        .hasMessage(sentence);
    assertThatThrownBy(() -> OfAuthClient.builder().apiKey(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "'canary\n', line break",
    "'canary\r\n', line break",
    "' canary', space",
    "'\"canary\"', quotes",
    "'''canary''', quotes",
    "'Bearer canary', Bearer",
    "'bearer canary', bearer",
    "'apiKey: canary', apiKey:",
  })
  void aKeyThatWasCopiedWithMoreSaysSo(String key, String word) {
    assertThatThrownBy(() -> OfAuthClient.builder().apiKey(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("apiKey must ")
        .hasMessageContaining(word)
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource({
    "'https://api.ofauth.com\n', line break",
    "'https://api.ofauth.com\r\n', line break",
    "' https://api.ofauth.com', space",
    "'\"https://api.ofauth.com\"', quotes",
    "api.ofauth.com, https://",
    "'', empty",
  })
  void aUrlThatWasCopiedWithMoreOrLessSaysSo(String url, String word) {
    assertThatThrownBy(() -> OfAuthClient.builder().baseUrl(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("baseUrl must ")
        .hasMessageContaining(word);
  }

  @Test
  @SuppressWarnings({"NullAway", "DataFlowIssue"})
  void aNullArgumentIsNamed() {
    OfAuthClient.Builder builder = OfAuthClient.builder();
    assertNull("baseUrl", () -> builder.baseUrl(null));
    assertNull("connectionId", () -> builder.connectionId(null));
    assertNull("timeout", () -> builder.timeout(null));
    assertNull("connectTimeout", () -> builder.connectTimeout(null));
    assertNull("readTimeout", () -> builder.readTimeout(null));
    assertNull("retryPolicy", () -> builder.retryPolicy(null));
    assertNull("rateLimitPolicy", () -> builder.rateLimitPolicy(null));
    assertNull("listener", () -> builder.listener(null));
    assertNull("okHttpClient", () -> builder.okHttpClient(null));
    assertNull("name", () -> builder.appInfo(null, "1"));
    assertNull("version", () -> builder.appInfo("a", null));
    ChatListQuery.Builder query = ChatListQuery.builder();
    assertNull(
        "name of an additional query parameter", () -> query.additionalQueryParam(null, "x"));
    assertNull("value of x", () -> query.additionalQueryParam("x", null));
    assertNull("pagingMode", () -> query.pagingMode(null));
    assertNull("firstDelay", () -> RetryPolicy.none().withDelays(null, Duration.ZERO));
    assertNull("maxDelay", () -> RetryPolicy.none().withDelays(Duration.ZERO, null));
    assertNull("maxRetryAfter", () -> RetryPolicy.none().withMaxRetryAfter(null));
    try (OfAuthClient client = OfAuthClient.builder().apiKey("k").build()) {
      assertNull("connectionId", () -> client.connection(null));
      Chats chats = client.connection("c").chats();
      assertNull("query", () -> chats.list(null));
      assertNull("timeout", () -> client.connection("c").withTimeout(null));
      assertNull(
          "action",
          () -> {
            var unused = chats.list().async().forEach(null);
          });
      assertNull("subscriber", () -> chats.list().publisher().subscribe(null));
    }
  }

  private static void assertNull(String name, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining(name + " must not be null");
  }

  private OfAuthException fail() {
    return FailedCall.of(Objects.requireNonNull(server));
  }
}
