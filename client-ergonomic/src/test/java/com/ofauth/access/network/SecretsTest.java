package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.AuthenticationException;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.TransportException;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.model.Chat;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No key in anything that a program can come to log, in whatever form a server sends it back. */
final class SecretsTest {
  private static final String KEY = FailedCall.KEY;
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
        SocketServer.always(
            peer ->
                peer.answer(
                    "401 No",
                    JSON + "X-Debug: " + echo + "\r\n",
                    "{\"error\":\"<" + echo + ">\"}"));
    OfAuthException e = fail();

    assertThat(e).isInstanceOf(AuthenticationException.class);
    assertThat(FailedCall.text(e)).doesNotContain(echo).doesNotContain(KEY).contains("[redacted]");
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
                SocketServer.always(
                    peer -> peer.answer(status, header.formatted(key) + "\r\n", page));
            OfAuthClient client =
                OfAuthClient.builder().apiKey("sk_live_canary").baseUrl(echoing.url()).build()) {
          String headers =
              status.startsWith("2")
                  ? client.connection("conn_1").chats().list().firstPage().headers().toString()
                  : FailedCall.of(client).headers().toString();

          assertThat(headers).containsIgnoringCase("content-length").doesNotContain("anary");
        }
      }
    }
  }

  /**
   * Okio shows the bytes of a line without an end: of a head in a cause, of a chunk in the message.
   */
  @ParameterizedTest
  @ValueSource(strings = {"401 No\r\nX-Key: ", "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;"})
  void nothingShowsTheKeyInHexadecimal(String begin) throws IOException {
    server =
        SocketServer.always(
            peer -> {
              peer.send("HTTP/1.1 " + begin + KEY);
              peer.close();
            });
    OfAuthException e = fail();

    assertThat(e).isInstanceOf(TransportException.class);
    assertThat(FailedCall.text(e)).contains("content=(not shown)").doesNotContain("6c697665");
  }

  /** The address that failed first is suppressed by OkHttp. */
  @Test
  void whatIsCleanedKeepsWhatItSuppresses() throws IOException {
    server = SocketServer.always(SocketServer.Peer::page);
    Interceptor failing =
        chain -> {
          IOException failure = new IOException("second\nline");
          failure.addSuppressed(new IOException("first " + KEY));
          throw failure;
        };
    try (OfAuthClient client =
        FailedCall.client(server, new OkHttpClient.Builder().addInterceptor(failing).build())) {
      Throwable cause = FailedCall.of(client).getCause();

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
        SocketServer.always(
            peer -> peer.answer("200 OK", JSON, "{\"list\":[" + item + "],\"hasMore\":false}"));
    try (OfAuthClient client = OfAuthClient.builder().apiKey(key).baseUrl(server.url()).build()) {
      Page<Chat> page = client.connection("conn_1").chats().list().firstPage();

      assertThat(page.deviations())
          .hasSize(1)
          .allMatch(deviation -> deviation.path().startsWith("$.list[0].[redacted]  FORGED"));
      assertThat(FailedCall.lines(page.items().get(0).deviations().toString())).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("escapes")
  void noHalfOfAnEscapedKeyIsLeftWhereABodyIsCut(String echo) throws IOException {
    for (int shown : List.of(1, 2, echo.length() / 2, echo.length() - 1)) {
      String fill = "x".repeat(8192 - shown);
      try (SocketServer cutting =
          SocketServer.always(peer -> peer.answer("500 No", "", fill + echo + "y".repeat(50)))) {
        OfAuthException e = FailedCall.of(cutting);

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
          SocketServer.always(peer -> peer.answer("200 OK", "", begin + echo + " is your key"))) {
        OfAuthException e = FailedCall.of(cutting);

        assertThat(e).isInstanceOf(MalformedResponseException.class);
        assertThat(e.getMessage())
            .doesNotContain(echo.substring(0, 4))
            .doesNotContain(KEY.substring(0, 4));
      }
    }
  }

  @Test
  void anUndecodableItemDoesNotShowAPropertyNamedLikeTheKey() throws IOException {
    String key = "sk_live_canary";
    server =
        SocketServer.always(
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

  private OfAuthException fail() {
    return FailedCall.of(Objects.requireNonNull(server));
  }
}
