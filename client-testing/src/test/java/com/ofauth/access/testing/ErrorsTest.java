package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static com.ofauth.access.testing.Http.MASS_MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorsTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private final OfAuthTestProvider provider = ofauth.provider();

  @Test
  void refusesAWrongKey() {
    Http.Answer answer =
        Http.send(
            Http.request(provider, CHATS)
                .setHeader("apiKey", "sk_live_wrong")
                .header("x-connection-id", provider.connectionId())
                .build());

    assertError(answer, 401, "UNAUTHORIZED");
    assertThat(answer.json().get("requestId").asText()).isEqualTo("req_00000001");
    assertThat(answer.json().has("actionRequired")).isFalse();
  }

  @Test
  void refusesAConnectionThatIsUnknownOrMissing() {
    Http.Answer unknown = Http.get(provider, "conn_nobody", CHATS);
    Http.Answer missing = Http.send(Http.request(provider, CHATS).build());

    assertError(unknown, 401, "SESSION_NOT_PROVIDED");
    assertError(missing, 401, "SESSION_NOT_PROVIDED");
  }

  @Test
  void refusesAnExpiredSessionUntilItIsRenewed() {
    provider.connection().expireSession();

    Http.Answer answer = Http.get(provider, MASS_MESSAGES);

    assertError(answer, 401, "SESSION_EXPIRED");
    assertThat(answer.json().get("actionRequired").asText()).isEqualTo("refresh_session");
    provider.connection().renewSession();
    assertThat(Http.get(provider, MASS_MESSAGES).status()).isEqualTo(200);
  }

  @Test
  void refusesAConnectionWithoutSessionData() {
    provider.connection().dropSession();

    assertError(Http.get(provider, CHATS), 401, "SESSION_NOT_PROVIDED");
  }

  @ParameterizedTest
  @ValueSource(strings = {CHATS, MASS_MESSAGES})
  void refusesAConnectionThatLacksThePermission(String path) {
    provider.connection().revokePermission("messages:read");
    assertError(Http.get(provider, path), 403, "FORBIDDEN");

    provider.connection().grantPermission("messages:read");
    assertThat(Http.get(provider, path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v2/access/chats/", "/v2/access/chat", "/", "/v2/access/chats%2F1"})
  void doesNotKnowOtherRoutes(String path) {
    assertError(Http.get(provider, path), 404, "ROUTE_NOT_FOUND");
  }

  @Test
  void doesNotKnowOtherMethods() {
    Http.Answer answer =
        Http.send(Http.request(provider, CHATS).POST(BodyPublishers.ofString("{}")).build());

    assertError(answer, 404, "ROUTE_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0                      | limit: must be at least 1
          limit=21                     | limit: must be at most 20
          limit=-1                     | limit: must be at least 1
          limit=ten                    | limit: must be an integer
          limit=1.0                    | limit: must be an integer
          limit=                       | limit: must be an integer
          limit=99999999999999999999   | limit: must be at most 20
          limit=1&limit=2              | limit: must be given once
          offset=-1                    | offset: must be at least 0
          offset=x                     | offset: must be an integer
          offset=9223372036854775808   | offset: must be at most 9223372036854775807
          order=newest                 | order: must be one of recent, old
          order=                       | order: must be one of recent, old
          filter=Unread                | filter: must be one of priority, who_tipped, unread
          userListId=0                 | userListId: must be at least 1
          userListId=friends           | userListId: must be an integer
          """)
  void refusesInvalidParametersOfChats(String query, String message) {
    Http.Answer answer = Http.get(provider, CHATS + "?" + query);

    assertError(answer, 400, "BAD_REQUEST");
    assertThat(answer.json().get("error").asText()).isEqualTo(message);
  }

  @Test
  void refusesAnInvalidTypeOfMassMessages() {
    Http.Answer answer = Http.get(provider, MASS_MESSAGES + "?type=draft");

    assertError(answer, 400, "BAD_REQUEST");
    assertThat(answer.json().get("error").asText())
        .isEqualTo("type: must be one of sent, unsent, scheduled");
  }

  @Test
  void countsTheCharactersOfAQueryAsCodePoints() {
    String bear = "%F0%9F%90%BB";

    assertThat(Http.get(provider, CHATS + "?query=" + bear.repeat(100)).status()).isEqualTo(200);
    assertError(Http.get(provider, CHATS + "?query=" + bear.repeat(101)), 400, "BAD_REQUEST");
  }

  @ParameterizedTest
  @CsvSource({
    "CURRENT,type,UNAUTHORIZED,SESSION_NOT_PROVIDED,SESSION_EXPIRED,FORBIDDEN",
    "OLDER,code,AUTH_INVALID_KEY,SESSION_NOT_PROVIDED,SESSION_EXPIRED,AUTH_INSUFFICIENT_SCOPE",
    "PUBLIC_SDKS,code,AUTH_INVALID_KEY,SESSION_NOT_PROVIDED,SESSION_EXPIRED,AUTH_INSUFFICIENT_SCOPE"
  })
  void namesTheRefusalInEachDialect(
      ErrorDialect dialect,
      String field,
      String wrongKey,
      String unknownConnection,
      String expired,
      String forbidden) {
    provider.errorDialect(dialect);
    provider.connection("conn_expired").expireSession();
    provider.connection("conn_poor").revokePermission("messages:read");

    Http.Answer noKey = Http.send(Http.request(provider, CHATS).setHeader("apiKey", "x").build());

    assertThat(noKey.json().get(field).asText()).isEqualTo(wrongKey);
    assertThat(Http.get(provider, "conn_nobody", CHATS).json().get(field).asText())
        .isEqualTo(unknownConnection);
    assertThat(Http.get(provider, "conn_expired", CHATS).json().get(field).asText())
        .isEqualTo(expired);
    assertThat(Http.get(provider, "conn_poor", CHATS).json().get(field).asText())
        .isEqualTo(forbidden);
  }

  @Test
  void speaksTheOlderDialectOnDemand() {
    provider.errorDialect(ErrorDialect.OLDER);

    Http.Answer invalid = Http.get(provider, CHATS + "?limit=21&order=up");
    provider.connection().revokePermission("messages:read");
    Http.Answer forbidden = Http.get(provider, CHATS);

    assertThat(invalid.status()).isEqualTo(422);
    assertThat(invalid.body())
        .isEqualTo(
            "{\"error\":\"limit: must be at most 20\",\"code\":\"BAD_REQUEST\",\"details\":"
                + "{\"limit\":\"must be at most 20\",\"order\":\"must be one of recent, old\"}}");
    assertThat(forbidden.status()).isEqualTo(403);
    assertThat(forbidden.json().get("code").asText()).isEqualTo("AUTH_INSUFFICIENT_SCOPE");
  }

  @Test
  void speaksTheDialectOfThePublicSdksOnDemand() {
    provider.errorDialect(ErrorDialect.PUBLIC_SDKS);

    Http.Answer invalid = Http.get(provider, CHATS + "?limit=21");
    provider.connection().expireSession();
    Http.Answer expired = Http.get(provider, CHATS);

    assertThat(invalid.status()).isEqualTo(400);
    assertThat(invalid.body())
        .isEqualTo(
            "{\"message\":\"limit: must be at most 20\",\"code\":\"BAD_REQUEST\","
                + "\"details\":[\"limit must be at most 20\"]}");
    assertThat(expired.json().get("code").asText()).isEqualTo("SESSION_EXPIRED");
    assertThat(expired.json().get("details").isNull()).isTrue();
  }

  private static void assertError(Http.Answer answer, int status, String type) {
    JsonNode json = answer.json();
    assertThat(answer.status()).isEqualTo(status);
    assertThat(json.get("type").asText()).isEqualTo(type);
    assertThat(json.get("error").asText()).isNotEmpty();
    assertThat(answer.header("Content-Type")).startsWith("application/json");
  }
}
