package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mistakes of a first run: each message names the variable and what to do. */
final class FirstRunTest {
  private final OfAuthTestProvider provider = OfAuthTestProvider.start();

  @AfterEach
  void stop() {
    provider.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "sk_CANARY\\n|not end with a line break",
        "sk_CANARY\\r\\n|not end with a line break",
        " sk_CANARY|not begin or end with a space",
        "sk_CANARY\\t|not begin or end with a space",
        "\u00a0sk_CANARY|visible ASCII",
        "\"sk_CANARY\"|not stand in quotes",
        "'sk_CANARY'|not stand in quotes",
        "\u201csk_CANARY\u201d|not stand in quotes",
        "sk_CANARY\"|not stand in quotes",
        "Bearer sk_CANARY|without \"Bearer\"",
        "bearer  sk_CANARY|without \"bearer\"",
        "Basic sk_CANARY|without \"Basic\"",
        "apiKey: sk_CANARY|without \"apiKey:\"",
        "apikey=sk_CANARY|without \"apikey=\"",
        "X-API-Key: sk_CANARY|without \"X-API-Key:\"",
        "Authorization: Bearer sk_CANARY|without \"Authorization: Bearer\"",
        "OFAUTH_API_KEY=sk_CANARY|without \"OFAUTH_API_KEY=\"",
        "export OFAUTH_API_KEY=sk_CANARY|without \"export OFAUTH_API_KEY=\"",
        "${CANARY}|not a placeholder",
        "$CANARY|not a placeholder",
        "{{ CANARY }}|not a placeholder",
        "<CANARY>|not a placeholder",
        "your-CANARY|not a placeholder",
        "null|not a placeholder",
        "conn_CANARY|not a connection id",
        "sk_CANARY sk|U+0020",
      })
  void aCopiedKeyIsRefusedWithWhatToChange(String key, String rule) {
    String copied = key.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");

    assertThatThrownBy(() -> OfAuthClient.fromEnv(Map.of("OFAUTH_API_KEY", copied)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The environment variable OFAUTH_API_KEY is invalid: apiKey must ")
        .hasMessageContaining(rule)
        .hasMessageContaining("not shown")
        .hasMessageNotContaining("CANARY");
    assertThatThrownBy(() -> OfAuthClient.builder().apiKey(copied))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("apiKey must ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sk_live_abc", "bearer-like", "token_abc", "export", "apikey", "x'y", "a=b"})
  void aKeyThatOnlyLooksOddIsTaken(String key) {
    assertThatCode(() -> OfAuthClient.builder().apiKey(key)).doesNotThrowAnyException();
  }

  @Test
  void aMissingKeyIsAskedForByName() {
    assertThatThrownBy(() -> OfAuthClient.fromEnv(Map.of("OFAUTH_API_KEY", "")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("environment variable OFAUTH_API_KEY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"conn_1\" | not stand in quotes",
        "x-connection-id: conn_1 | without \"x-connection-id:\"",
        "OFAUTH_CONNECTION_ID=conn_1 | without \"OFAUTH_CONNECTION_ID=\"",
        "connectionId=conn_1 | without \"connectionId=\"",
        "sk_live_1 | must not be the API key",
        "$CONNECTION | not a placeholder",
        "undefined | not a placeholder",
        "conn_1 conn_2 | U+0020",
      })
  void aCopiedConnectionIdIsRefusedWithWhatToChange(String id, String rule) {
    assertThatThrownBy(
            () ->
                OfAuthClient.fromEnv(Map.of("OFAUTH_API_KEY", "sk_1", "OFAUTH_CONNECTION_ID", id)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The environment variable OFAUTH_CONNECTION_ID is invalid: ")
        .hasMessageContaining(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "https://api.ofauth.com\\n | not end with a line break",
        "https://api.ofauth.com/\\nv2 | no space and no line break",
        "https://api.ofauth.com /v2 | no space and no line break",
        "\"https://api.ofauth.com\" | not stand in quotes",
        "http://api.ofauth.com | be https",
        "api.ofauth.com | does not begin with https://",
        "localhost:8080 | does not begin with https://",
        "htps://api.ofauth.com | does not begin with https://",
        "https:// | host or port",
        "https://api.ofauth.com:port | host or port",
        "https://api.ofauth.com/v2/access | end before /v2/access",
        "https://api.ofauth.com/v2/access/ | end before /v2/access",
        "https://api.ofauth.com/v2/access/chats | end before /v2/access",
        "https://gateway.example/of/v2/access | end before /v2/access",
        "https://api.ofauth.com// | no empty part",
        "https://https://api.ofauth.com | no empty part",
        "https://api.ofauth.com?limit=5 | no query",
        "${OFAUTH_URL} | not a placeholder",
      })
  void aCopiedBaseUrlIsRefusedWithWhatToChange(String url, String rule) {
    String copied = url.replace("\\n", "\n");

    assertThatThrownBy(
            () -> OfAuthClient.fromEnv(Map.of("OFAUTH_API_KEY", "sk_1", "OFAUTH_BASE_URL", copied)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "The environment variable OFAUTH_BASE_URL is invalid: baseUrl must ")
        .hasMessageContaining(rule);
  }

  @Test
  void anotherKeyIsTold() {
    assertThatThrownBy(() -> read("OFAUTH_API_KEY", "sk_of_another"))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("check the key of the client");
  }

  @Test
  void anotherConnectionIsTold() {
    assertThatThrownBy(() -> read("OFAUTH_CONNECTION_ID", "conn_of_another"))
        .isInstanceOf(ConnectionNotFoundException.class)
        .hasMessageContaining("check the connection id")
        .hasMessageContaining("conn_of_another");
  }

  @Test
  void aMissingConnectionIsAskedForByName() {
    assertThatThrownBy(() -> read("OFAUTH_CONNECTION_ID", ""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("OFAUTH_CONNECTION_ID");
  }

  @Test
  void anotherPathOfTheServerIsTold() {
    assertThatThrownBy(() -> read("OFAUTH_BASE_URL", provider.baseUrl() + "/v2"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("check the ids of the call, and the base URL")
        .hasMessageContaining("/v2/v2/access/chats");
  }

  @Test
  void aWebSiteInsteadOfTheServiceIsTold() {
    provider.faults().next(AnswerFault.htmlSuccess());

    assertThatThrownBy(() -> read("OFAUTH_CONNECTION_ID", provider.connectionId()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("check the base URL");
  }

  @Test
  void httpsToAPlainPortIsTold() {
    String url = provider.baseUrl().toString().replace("http:", "https:");

    assertThatThrownBy(() -> read("OFAUTH_BASE_URL", url))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("check that the base URL names a port with TLS");
  }

  @Test
  void aPortWhereNobodyListensIsTold() {
    String url = provider.baseUrl().toString();
    provider.close();

    assertThatThrownBy(() -> read("OFAUTH_BASE_URL", url))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("Could not connect to the service; check the base URL");
  }

  /** Lists the chats of an environment that is right, but for one variable. */
  private void read(String name, String value) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OFAUTH_API_KEY", provider.apiKey());
    environment.put("OFAUTH_BASE_URL", provider.baseUrl().toString());
    environment.put("OFAUTH_CONNECTION_ID", provider.connectionId());
    environment.put(name, value);
    OfAuthClient.Builder builder = OfAuthClient.builderFromEnv(environment);
    try (OfAuthClient client = builder.retryPolicy(RetryPolicy.none()).build()) {
      assertThat(client.connection().chats().list().firstPage()).isNotNull();
    }
  }
}
