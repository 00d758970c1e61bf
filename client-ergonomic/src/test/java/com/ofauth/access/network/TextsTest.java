package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.AuthenticationException;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Chats;
import com.ofauth.access.InvalidRequestException;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.TransportException;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.model.Chat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users read in messages and logs: no key, no forged line, and what helps. */
final class TextsTest {
  private static final String KEY = "sk/live+a=b&c<d>\"e'\\f%g_h";
  private static final String JSON = "Content-Type: application/json\r\n";

  private @Nullable SocketServer server;

  @AfterEach
  void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  static Stream<String> escapes() {
    String json = KEY.replace("\\", "\\\\").replace("\"", "\\\"");
    String html = KEY.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return Stream.of(
        KEY,
        json,
        json.replace("/", "\\/"),
        json.replace("\\", "\\\\").replace("\"", "\\\""),
        each("\\u%04x"),
        each("\\u%04X"),
        each("\\\\u%04x"),
        each("\\x%02x"),
        each("\\u{%x}"),
        each("\\%03o"),
        each("%%%02X"),
        each("%%%02x"),
        each("%%25%02X"),
        each("%%u%04x"),
        KEY.replace('+', ' '),
        each("&#%d;"),
        each("&#%03d;"),
        each("&#x%x;"),
        each("&amp;#x%X;"),
        each("\\u0025%02X"),
        URLEncoder.encode(KEY, StandardCharsets.UTF_8),
        html,
        html.replace("\"", "&quot;").replace("'", "&#39;"),
        html.replace("\"", "&#34;").replace("'", "&apos;"),
        html.replace("&", "&amp;"),
        html.replace("&", "\\u0026"),
        URLEncoder.encode(html, StandardCharsets.UTF_8),
        URLEncoder.encode(each("&#%d;"), StandardCharsets.UTF_8),
        each("%%5Cu%04x"),
        each("%%255cu%04x"),
        each("\\u005cu%04x"),
        KEY.toUpperCase(Locale.ROOT));
  }

  private static String each(String format) {
    StringBuilder escaped = new StringBuilder();
    KEY.chars().forEach(c -> escaped.append(String.format(format, c)));
    return escaped.toString();
  }

  @ParameterizedTest
  @MethodSource("escapes")
  void noTextShowsTheKeyInAnyEscaping(String echo) throws IOException {
    server =
        always(
            peer ->
                peer.answer(
                    "401 No",
                    JSON + "X-Debug: " + echo + "\r\n",
                    "{\"error\":\"<" + echo + ">\"}"));
    OfAuthException e = fail();

    assertThat(e).isInstanceOf(AuthenticationException.class);
    assertThat(all(e)).doesNotContain(echo).doesNotContain(KEY).contains("[redacted]");
    // Nor with the escapes of the JSON taken back.
    assertThat(e.getMessage())
        .contains("[redacted]")
        .doesNotContainIgnoringCase("live")
        .doesNotContain("%73");
  }

  /** The text of OkHttp's headers hides some of them, which does not remove the key from them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Set-Cookie: k=%s",
        "Cookie: k=%s",
        "Authorization: Bearer %s",
        "Proxy-Authorization: %s",
        "%s: 1",
        "X-Key-%s: 1"
      })
  void noHeaderShowsTheKey(String header) throws IOException {
    for (String key : List.of("sk_live_canary", "SK_LIVE_Canary", "Sk_Live_Canary")) {
      for (String status : List.of("200 OK", "401 No")) {
        String page = SocketServer.EMPTY_PAGE;
        try (SocketServer echoing =
                always(peer -> peer.answer(status, header.formatted(key) + "\r\n", page));
            OfAuthClient client =
                OfAuthClient.builder().apiKey("sk_live_canary").baseUrl(echoing.url()).build()) {
          String headers =
              status.startsWith("2")
                  ? client.connection("conn_1").chats().list().firstPage().headers().toString()
                  : fail(client).headers().toString();

          assertThat(headers).containsIgnoringCase("content-length").doesNotContain("anary");
        }
      }
    }
  }

  /** Okio shows the bytes of a line without an end. */
  @Test
  void noCauseShowsTheKeyInHexadecimal() throws IOException {
    server =
        always(
            peer -> {
              peer.send("HTTP/1.1 401 No\r\nX-Key: " + KEY);
              peer.close();
            });
    OfAuthException e = fail();

    assertThat(e).isInstanceOf(TransportException.class);
    assertThat(all(e)).contains("content=").doesNotContain("6c697665");
  }

  @Test
  void noMessageShowsTheKeyInHexadecimal() throws IOException {
    server =
        always(
            peer -> {
              peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + KEY);
              peer.close();
            });
    OfAuthException e = fail();

    assertThat(e).isInstanceOf(TransportException.class).hasMessageContaining("content=");
    assertThat(all(e)).doesNotContain("6c697665");
  }

  /** The address that failed first is suppressed by OkHttp. */
  @Test
  void whatIsCleanedKeepsWhatItSuppresses() throws IOException {
    server = always(SocketServer.Peer::page);
    Interceptor failing =
        chain -> {
          IOException failure = new IOException("second\nline");
          failure.addSuppressed(new IOException("first " + KEY));
          throw failure;
        };
    try (OfAuthClient client =
        client(server, new OkHttpClient.Builder().addInterceptor(failing).build())) {
      Throwable cause = fail(client).getCause();

      assertThat(cause).hasMessage("second line");
      assertThat(cause.getSuppressed())
          .extracting(Throwable::getMessage)
          .containsExactly("first [redacted]");
    }
  }

  @Test
  void aDeviationNeitherShowsTheKeyNorForgesALine() throws IOException {
    String key = "sk_live_canary";
    String twice = "\"" + key + "\\r\\nFORGED\\u202e\":1,";
    String item = "{" + twice + twice + "\"withUser\":{\"id\":1,\"_view\":\"s\"}}";
    server =
        always(peer -> peer.answer("200 OK", JSON, "{\"list\":[" + item + "],\"hasMore\":false}"));
    try (OfAuthClient client = OfAuthClient.builder().apiKey(key).baseUrl(server.url()).build()) {
      Page<Chat> page = client.connection("conn_1").chats().list().firstPage();

      assertThat(page.deviations())
          .hasSize(1)
          .allMatch(deviation -> deviation.path().startsWith("$.list[0].[redacted]  FORGED"));
      assertThat(lines(page.items().get(0).deviations().toString())).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("escapes")
  void noHalfOfAnEscapedKeyIsLeftWhereABodyIsCut(String echo) throws IOException {
    for (int shown : List.of(1, 2, echo.length() / 2, echo.length() - 1)) {
      String fill = "x".repeat(8192 - shown);
      try (SocketServer cutting =
          always(peer -> peer.answer("500 No", "", fill + echo + "y".repeat(50)))) {
        OfAuthException e = fail(cutting);

        // Where no more than a semicolon is missing, it is a whole key.
        assertThat(e.bodyExcerpt()).isIn(fill, fill + "[redacted]", fill + "[redacted]%3");
      }
    }
  }

  /** Of a success that is no JSON the message shows the beginning, which can end within a key. */
  @ParameterizedTest
  @MethodSource("escapes")
  void noHalfOfAnEscapedKeyIsLeftWhereAMessageIsCut(String echo) throws IOException {
    for (String begin : List.of("<html>", "<html>" + ".".repeat(49), "{", "[")) {
      try (SocketServer cutting =
          always(peer -> peer.answer("200 OK", "", begin + echo + " is your key"))) {
        OfAuthException e = fail(cutting);

        assertThat(e).isInstanceOf(MalformedResponseException.class);
        assertThat(e.getMessage())
            .doesNotContain(echo.substring(0, 4))
            .doesNotContain(KEY.substring(0, 4));
      }
    }
  }

  @Test
  void aRequestIdOfAPageForgesNoLine() throws IOException {
    server =
        always(
            peer -> peer.answer("200 OK", "X-Request-Id: r1\rFORGED\r\n", SocketServer.EMPTY_PAGE));
    try (OfAuthClient client =
        OfAuthClient.builder().apiKey("sk_test").baseUrl(server.url()).build()) {
      assertThat(client.connection("conn_1").chats().list().firstPage().requestId())
          .hasValue("r1 FORGED");
    }
  }

  @Test
  void anUndecodableItemDoesNotShowAPropertyNamedLikeTheKey() throws IOException {
    String key = "sk_live_canary";
    server =
        always(
            peer ->
                peer.answer(
                    "200 OK",
                    JSON,
                    "{\"list\":[{\"" + key + "\":{\"id\":maybe}}],\"hasMore\":false}"));
    List<UndecodableItem> broken = new ArrayList<>();
    try (OfAuthClient client = OfAuthClient.builder().apiKey(key).baseUrl(server.url()).build()) {
      client
          .connection("conn_1")
          .chats()
          .list(ChatListQuery.builder().maxItems(1).onUndecodableItem(broken::add).build())
          .firstPage();
    }

    assertThat(broken).hasSize(1);
    assertThat(broken.get(0) + broken.get(0).reason())
        .contains("[redacted]")
        .doesNotContain("canary")
        .doesNotContain("setLenient");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sk_live_canary",
        "http://sk-live-canary",
        "https://sk_live_canary?x",
        "https://u@sk_live_canary",
        "https://sk_live_canary//",
        "https://canary/v2/access",
        "http://user:canary@api.ofauth.com",
        "http://canary@api.ofauth.com",
        "https://user:canary@api.ofauth.com:99999",
        "https://canary:@/",
        "http://api.ofauth.com/?key=canary",
        "http://api.ofauth.com/#canary",
        "http://api.ofauth.com/canary",
        "sk_live_canary",
        "canary",
        "  canary\n",
        "ftp://canary@host/",
        "https:canary@host",
        "//canary@host",
        "user:canary@host",
        "https:// canary",
        "\"https://api.ofauth.com/canary\"",
      })
  void aBaseUrlThatIsRefusedIsNotQuoted(String baseUrl) {
    assertThatThrownBy(() -> OfAuthClient.builder().baseUrl(baseUrl))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("baseUrl must ")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void aKeyInTheWrongPlaceIsRefused() {
    OfAuthClient.Builder builder = OfAuthClient.builder().apiKey("sk_live_canary");

    assertThatThrownBy(() -> builder.baseUrl("https://host/sk_live_canary/").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("baseUrl must not hold the API key")
        .hasMessageNotContaining("canary");
    assertThatThrownBy(
            () -> OfAuthClient.builder().apiKey("sk_AbC1").baseUrl("https://sk_AbC1").build())
        .hasMessageContaining("baseUrl must not hold the API key")
        .hasMessageNotContainingAny("sk_AbC1", "sk_abc1");
    try (OfAuthClient client = OfAuthClient.builder().apiKey("sk_live_canary").build()) {
      assertThatThrownBy(() -> client.connection("sk_live_canary"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("connection id must not be the API key")
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void aRequestIdForgesNoLine() throws IOException {
    server = always(peer -> peer.answer("500 No", "X-Request-Id: r1\rFORGED\u0085x\r\n", ""));
    OfAuthException e = fail();

    assertThat(e.getMessage()).contains("r1").contains("FORGED").doesNotContain("\r");
    assertThat(e.requestId()).hasValueSatisfying(id -> assertThat(id).startsWith("r1 FORGED"));
    assertThat(lines(e.toString())).hasSize(1);
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
        always(
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
    assertThat(lines(e.getMessage())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 100_000, 1_000_000})
  void aStatusLineFloodsNothing(int length) throws IOException {
    server =
        always(
            peer -> {
              peer.send("x".repeat(length) + "\r\n\r\n");
              peer.close();
            });
    OfAuthException e = fail();

    assertThat(e.getMessage().length()).isLessThan(1000);
    assertThat(all(e).length()).isLessThan(30_000);
  }

  @Test
  void aReasonPhraseFloodsNothing() throws IOException {
    server = always(peer -> peer.answer("500 " + "x".repeat(100_000), "", ""));
    OfAuthException e = fail();

    assertThat(e.status()).isEqualTo(500);
    assertThat(all(e).length()).isLessThan(30_000);
  }

  @Test
  void textsOfCertificatesForgeNothingAndFloodNothing() throws IOException {
    server = always(SocketServer.Peer::page);
    Interceptor peer =
        chain -> {
          throw new SSLPeerUnverifiedException(
              "Hostname not verified:\n    CN=x\n\rFORGED\u202e" + "y".repeat(100_000));
        };
    try (OfAuthClient client =
        client(server, new OkHttpClient.Builder().addInterceptor(peer).build())) {
      OfAuthException e = fail(client);

      assertThat(e).hasMessageStartingWith("The server's certificate is not trusted");
      assertThat(e.getCause()).isInstanceOf(SSLPeerUnverifiedException.class);
      assertThat(lines(e.getMessage())).hasSize(1);
      assertThat(all(e)).doesNotContain("\u202e").doesNotContain("\r");
      assertThat(all(e).length()).isLessThan(30_000);
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
    server = always(peer -> peer.answer("200 OK", "Content-Type: " + type + "\r\n", body));
    OfAuthException e = fail();

    assertThat(e)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("no JSON")
        .hasMessageContaining("content type " + type)
        .hasMessageContaining(shown.replace("\"<html><body>Welcome\"", "\"<html><body>Welcome"));
    assertThat(all(e)).doesNotContain("setLenient");
    assertThat(lines(e.getMessage())).hasSize(1);
  }

  @Test
  void aSuccessInAnEncodingThatIsNotReadSaysSo() throws IOException {
    server =
        always(
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
        always(
            peer ->
                peer.answer(
                    "200 OK",
                    JSON,
                    "{\"list\":[{\"withUser\":{\"name\":\"Jane\",\"id\":maybe}}]}"));

    try (OfAuthClient client =
        client(java.util.Objects.requireNonNull(server), new OkHttpClient())) {
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
    server = always(peer -> peer.answer("200 OK", JSON, body));

    assertThat(fail())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("an empty body")
        .hasMessageNotContaining("cut short");
  }

  @Test
  void aByteOrderMarkHidesNoError() throws IOException {
    server =
        always(
            peer ->
                peer.answer(
                    "401 No", JSON, "\ufeff{\"error\":\"expired\",\"type\":\"SESSION_EXPIRED\"}"));

    assertThat(fail()).isInstanceOf(SessionExpiredException.class);
  }

  @Test
  void aByteOrderMarkHidesNoPage() throws IOException {
    server = always(peer -> peer.answer("200 OK", JSON, "\ufeff" + SocketServer.EMPTY_PAGE));
    try (OfAuthClient client = client(server, new OkHttpClient())) {
      assertThat(client.connection("conn_1").chats().list().firstPage().items()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"304 Not Modified", "306 Unused", "399 Odd"})
  void whatIsNoRedirectIsNotCalledOne(String status) throws IOException {
    server = always(peer -> peer.answer(status, "ETag: x\r\n", ""));
    OfAuthException e = fail();

    assertThat(e).isInstanceOf(InvalidRequestException.class).hasMessageNotContaining("redirect");
    assertThat(e.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
  }

  @Test
  void noMessageEndsInNull() throws IOException {
    server = always(SocketServer.Peer::page);
    Interceptor silent =
        chain -> {
          throw new IOException();
        };
    try (OfAuthClient client =
        client(server, new OkHttpClient.Builder().addInterceptor(silent).build())) {
      assertThat(fail(client))
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
          always(peer -> peer.answer("200 OK", JSON, body.replace("TYPE", type)))) {
        OfAuthException e = fail(erring);

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

  private static String[] lines(String text) {
    return text.split("[\\n\\r\\u000b\\u000c\\u0085\\u2028\\u2029]");
  }

  /** All that a program can come to log. */
  private static String all(OfAuthException e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, /* autoFlush= */ true));
    return text + " " + e.bodyExcerpt() + " " + e.headers();
  }

  private static SocketServer always(SocketServer.Handler answer) throws IOException {
    return SocketServer.start(
        peer -> {
          while (peer.request() != null) {
            answer.serve(peer);
          }
        });
  }

  private OfAuthException fail() {
    return fail(java.util.Objects.requireNonNull(server));
  }

  private static OfAuthException fail(SocketServer server) {
    try (OfAuthClient client = client(server, new OkHttpClient())) {
      return fail(client);
    }
  }

  private static OfAuthClient client(SocketServer server, OkHttpClient http) {
    return OfAuthClient.builder()
        .apiKey(KEY)
        .baseUrl(server.url())
        .okHttpClient(http)
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  private static OfAuthException fail(OfAuthClient client) {
    return catchThrowableOfType(
        OfAuthException.class, () -> client.connection("conn_1").chats().list().firstPage());
  }
}
