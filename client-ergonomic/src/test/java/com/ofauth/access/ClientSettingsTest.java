package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client refuses before it sends anything, and what it says then. */
final class ClientSettingsTest {
  private static final String SECRET = "sk_live_CANARY";

  @ParameterizedTest
  @CsvSource({
    "'\r', 000D",
    "'\n', 000A",
    "' ', 0020",
    "\u00e4, 00E4",
    "\u007f, 007F",
    "\ud83d\ude00, D83D"
  })
  void refusesAKeyThatAHeaderCanNotHoldAndDoesNotQuoteIt(String bad, String codePoint) {
    assertThatThrownBy(() -> OfAuthClient.builder().apiKey(SECRET + bad + SECRET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("apiKey must consist of visible ASCII characters")
        .hasMessageContaining("position 15")
        .hasMessageContaining("U+" + codePoint)
        .hasMessageNotContaining("CANARY")
        .hasNoCause();
    assertThatThrownBy(() -> OfAuthClient.fromEnv(Map.of("OFAUTH_API_KEY", SECRET + bad)))
        .hasMessageNotContaining("CANARY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"conn\r\nX: y", "conn 1", "c\u00f6nn", "conn\u0000"})
  void refusesAConnectionIdThatAHeaderCanNotHold(String id) {
    assertThatThrownBy(() -> OfAuthClient.builder().connectionId(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("connection id must consist of visible ASCII characters");
    try (OfAuthClient client = OfAuthClient.builder().apiKey(SECRET).build()) {
      assertThatThrownBy(() -> client.connection(id)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesWhatIsEmptyOrMissing() {
    assertThatThrownBy(() -> OfAuthClient.builder().connectionId(""))
        .hasMessage("connection id must not be empty");
    assertThatThrownBy(() -> OfAuthClient.builder().build())
        .isInstanceOf(NullPointerException.class)
        .hasMessageStartingWith("The API key is missing");
    assertThatThrownBy(() -> OfAuthClient.fromEnv(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The API key is missing: set it by OfAuthClient.builder().apiKey(…), or set the"
                + " environment variable OFAUTH_API_KEY and call OfAuthClient.fromEnv()");
    try (OfAuthClient client = OfAuthClient.builder().apiKey(SECRET).build()) {
      assertThatThrownBy(client::connection)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("OFAUTH_CONNECTION_ID");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.ofauth.com",
        "https://gateway.example/ofauth/v7",
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://127.0.0.1:1",
        "http://127.255.0.9",
        "http://[::1]:8080/",
        "http://[0:0:0:0:0:0:0:1]"
      })
  void takesHttpsAndPlainHttpToLoopback(String baseUrl) {
    assertThatCode(() -> OfAuthClient.builder().baseUrl(baseUrl)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.ofauth.com",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://127.999.1.1",
        "http://128.0.0.1",
        "http://0.0.0.0",
        "http://[::]",
        "http://[::2]",
        "http://192.168.0.1"
      })
  void refusesPlainHttpToAnywhereElse(String baseUrl) {
    assertThatThrownBy(() -> OfAuthClient.builder().baseUrl(baseUrl))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("baseUrl must be https")
        .hasMessageContaining(baseUrl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.ofauth.com?key=sk_live_CANARY",
        "https://api.ofauth.com/#sk_live_CANARY",
        "https://user:sk_live_CANARY@api.ofauth.com",
        "ftp://user:sk_live_CANARY@api.ofauth.com",
        "api.ofauth.com?key=sk_live_CANARY",
        ""
      })
  void refusesOtherUrlsAndQuotesNoSecretOfThem(String baseUrl) {
    assertThatThrownBy(() -> OfAuthClient.builder().baseUrl(baseUrl))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("baseUrl must")
        .hasMessageNotContaining("CANARY");
  }

  @Test
  void refusesTimeoutsThatCanNotBeCounted() {
    assertThatThrownBy(() -> OfAuthClient.builder().timeout(Duration.ZERO))
        .hasMessage("timeout must be from 1 ms to 24 days: PT0S");
    assertThatThrownBy(() -> OfAuthClient.builder().readTimeout(Duration.ofDays(25)))
        .hasMessageContaining("readTimeout must be");
    assertThatThrownBy(() -> OfAuthClient.builder().connectTimeout(Duration.ofSeconds(-1)))
        .hasMessageContaining("connectTimeout must be");
  }

  @Test
  void showsNoKeyInAnyToString() {
    try (OfAuthClient client =
        OfAuthClient.builder().apiKey(SECRET).connectionId("conn_1").build()) {
      OfAuthConnection connection = client.connection();
      Paginated<?> list = connection.chats().list();

      List<Object> all =
          List.of(
              client,
              connection,
              connection.chats(),
              list,
              list.pages(),
              list.publisher(),
              list.async(),
              ChatListQuery.all(),
              RetryPolicy.defaults(),
              RateLimitPolicy.defaults());
      assertThat(all).noneMatch(object -> object.toString().contains("CANARY"));
      assertThat(connection).hasToString("OfAuthConnection{conn_1}");
    }
  }
}
