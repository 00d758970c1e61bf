package com.ofauth.access.internal.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.AuthenticationException;
import com.ofauth.access.ConnectionNotFoundException;
import com.ofauth.access.InvalidRequestException;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.NotFoundException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.PermissionException;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.RedirectException;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.ServerException;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.TransportException;
import com.ofauth.access.UndecodableItemsException;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.SdkExceptions;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users' tests get the exceptions that the SDK throws for the same response over the network. */
final class SdkExceptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "400 | {\"error\":\"bad\",\"type\":\"BAD_REQUEST\"}",
        "401 | {\"error\":\"no key\",\"type\":\"UNAUTHORIZED\",\"requestId\":\"req_1\"}",
        "401 | {\"error\":\"x\",\"type\":\"SESSION_EXPIRED\",\"actionRequired\":\"refresh_session\"}",
        "401 | {\"error\":\"x\",\"code\":\"SESSION_NOT_PROVIDED\"}",
        "401 | {\"error\":\"x\",\"type\":\"RULES_OUTDATED\"}",
        "403 | {\"message\":\"x\",\"code\":\"FORBIDDEN\"}",
        "404 | not json at all",
        "407 | {}",
        "408 | {}",
        "418 | []",
        "421 | {}",
        "422 | {\"error\":\"x\",\"code\":\"INVALID\"}",
        "429 | {\"error\":\"slow down\",\"type\":\"RATE_LIMIT_EXCEEDED\"}",
        "500 | <html>down</html>",
        "503 | {}",
        "599 | {}",
        "302 | {}",
        "200 | {\"error\":\"x\",\"type\":\"SESSION_EXPIRED\"}",
        "200 | {\"error\":\"x\",\"type\":\"SOMETHING_NEW\"}",
        "200 | <html>sign in</html>",
        "200 | {\"list\":[{\"withUser\":{\"id\":1,",
        "200 | {\"hasMore\":false}",
        "200 | {\"list\":[{\"no\":\"id\"}],\"hasMore\":false}",
        "200 | {\"list\":[{\"no\":\"id\"}],\"hasMore\":true,\"nextOffset\":1}",
      })
  void isWhatTheSameResponseRaisesOverTheNetwork(int status, String body) {
    OfAuthException overTheNetwork;
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(0).start();
        OfAuthClient client =
            OfAuthClient.builder()
                .apiKey(provider.apiKey())
                .baseUrl(provider.baseUrl().toString())
                .retryPolicy(RetryPolicy.none())
                .build()) {
      provider.faults().next(AnswerFault.respond(status, "application/json", body));
      overTheNetwork =
          catchThrowableOfType(
              OfAuthException.class,
              () -> client.connection("conn_test").chats().list().forEach(chat -> {}));
    }

    // The provider's.
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "X-Request-Id", "req_00000001");
    OfAuthException made = SdkExceptions.of(OfAuthException.class, status, headers, body);

    assertThat(made).isExactlyInstanceOf(overTheNetwork.getClass());
    assertThat(made).hasMessage(overTheNetwork.getMessage());
    assertThat(made.status()).isEqualTo(overTheNetwork.status());
    assertThat(made.errorType()).isEqualTo(overTheNetwork.errorType());
    assertThat(made.requestId()).isEqualTo(overTheNetwork.requestId());
    assertThat(made.actionRequired()).isEqualTo(overTheNetwork.actionRequired());
    assertThat(made.bodyExcerpt()).isEqualTo(overTheNetwork.bodyExcerpt());
    assertThat(made.isRetryable()).isEqualTo(overTheNetwork.isRetryable());
  }

  @Test
  void hasTheTypeThatTheTestNames() {
    assertThat(SdkExceptions.of(AuthenticationException.class, 401, ""))
        .hasMessageContaining("key");
    assertThat(
            SdkExceptions.of(ConnectionNotFoundException.class, 401, type("SESSION_NOT_PROVIDED")))
        .hasMessageContaining("check the connection id");
    assertThat(SdkExceptions.of(InvalidRequestException.class, 400, "")).isNotNull();
    assertThat(SdkExceptions.of(MalformedResponseException.class, 200, "no json")).isNotNull();
    assertThat(SdkExceptions.of(NotFoundException.class, 404, "")).isNotNull();
    assertThat(SdkExceptions.of(PermissionException.class, 403, "")).isNotNull();
    assertThat(SdkExceptions.of(RedirectException.class, 307, "")).isNotNull();
    assertThat(SdkExceptions.of(ServerException.class, 502, "")).isNotNull();
    assertThat(SdkExceptions.of(SessionExpiredException.class, 401, type("SESSION_EXPIRED")))
        .isNotNull();
    assertThat(
            SdkExceptions.of(
                    UndecodableItemsException.class, 200, "{\"list\":[{}],\"hasMore\":false}")
                .count())
        .isEqualTo(1);
  }

  @Test
  void hasTheHeadersOfTheResponse() {
    RateLimitException e =
        SdkExceptions.of(
            RateLimitException.class, 429, Map.of("Retry-After", "7", "X-Request-Id", "req_9"), "");

    assertThat(e.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(e.requestId()).contains("req_9");
    assertThat(e.headers()).containsKey("retry-after");
  }

  @Test
  void isWhatAFailedConnectionRaises() {
    ConnectException refused = new ConnectException("Connection refused");

    TransportException e = SdkExceptions.of(TransportException.class, refused);

    assertThat(e).hasRootCauseMessage("Connection refused");
    assertThat(e.isRetryable()).isTrue();
    assertThat(e.status()).isZero();
    assertThat(SdkExceptions.of(TransportException.class, new SocketTimeoutException("timeout")))
        .hasMessageContaining("timeout expired");
  }

  @Test
  void refusesAResponseThatRaisesSomethingElse() {
    assertThatThrownBy(() -> SdkExceptions.of(SessionExpiredException.class, 401, type("OTHER")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a response with status 401 and this body raises AuthenticationException, not SessionExpiredException")
        .hasCauseInstanceOf(AuthenticationException.class);
    assertThatThrownBy(
            () -> SdkExceptions.of(OfAuthException.class, 200, "{\"list\":[],\"hasMore\":false}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a response with status 200 and this body raises no exception, not OfAuthException");
    assertThatThrownBy(() -> SdkExceptions.of(OfAuthException.class, 199, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("status must be between 200 and 599: 199");
  }

  private static String type(String type) {
    return "{\"error\":\"some text\",\"type\":\"" + type + "\"}";
  }
}
