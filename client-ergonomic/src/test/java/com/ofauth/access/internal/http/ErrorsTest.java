package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.InvalidRequestException;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.PermissionException;
import com.ofauth.access.RedirectException;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.ServerException;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.TestClients;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.ErrorDialect;
import com.ofauth.access.testing.Fault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import com.ofauth.access.testing.WireFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorsTest {
  private final SimulatedTime time = new SimulatedTime();
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().clock(time.clock()).start();
  private final OfAuthClient client =
      TestClients.build(TestClients.of(provider).retryPolicy(RetryPolicy.none()), time);

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORIZED, AuthenticationException, false",
    "401, AUTH_INVALID_KEY, AuthenticationException, false",
    "401, AUTH_KEY_EXPIRED, AuthenticationException, false",
    "401, SOMETHING_NEW, AuthenticationException, false",
    "401, SESSION_EXPIRED, SessionExpiredException, false",
    "401, SESSION_NOT_PROVIDED, ConnectionNotFoundException, false",
    "401, RULES_OUTDATED, ServerException, true",
    "401, AUTH_INSUFFICIENT_SCOPE, PermissionException, false",
    "403, FORBIDDEN, PermissionException, false",
    "403, AUTH_INSUFFICIENT_SCOPE, PermissionException, false",
    "400, BAD_REQUEST, InvalidRequestException, false",
    "422, VALIDATION, InvalidRequestException, false",
    "418, SOMETHING_NEW, InvalidRequestException, false",
    "404, RESOURCE_NOT_FOUND, NotFoundException, false",
    "404, ROUTE_NOT_FOUND, NotFoundException, false",
    "410, GONE, NotFoundException, false",
    "408, TIMEOUT, ServerException, true",
    "429, RATE_LIMIT_EXCEEDED, RateLimitException, true",
    "500, UNKNOWN, ServerException, true",
    "501, UNKNOWN, ServerException, false",
    "502, UNKNOWN, ServerException, true",
    "503, UNKNOWN, ServerException, true",
    "504, UNKNOWN, ServerException, true",
    "599, UNKNOWN, ServerException, false",
  })
  void tellsErrorsApartByMeaningInEveryDialect(
      int status, String type, String exception, boolean retryable) {
    for (ErrorDialect dialect : ErrorDialect.values()) {
      provider.errorDialect(dialect);
      OfAuthException e = failWith(AnswerFault.error(status, type, "as the service says"));

      assertThat(e.getClass().getSimpleName()).isEqualTo(exception);
      assertThat(e.status()).isEqualTo(status);
      assertThat(e.errorType()).hasValue(type);
      assertThat(e.isRetryable()).isEqualTo(retryable);
      assertThat(e)
          .hasMessageContaining("GET /v2/access/chats for connection conn_test: status " + status)
          .hasMessageContaining("as the service says");
    }
  }

  @Test
  void saysWhatToDoAboutAnExpiredSession() {
    provider.connection().expireSession();

    OfAuthException e = fail();

    assertThat(e)
        .isInstanceOf(SessionExpiredException.class)
        .hasMessageStartingWith(
            "The creator's session has expired: reconnect the account through OFAuth Link");
    assertThat(e.actionRequired()).hasValue("refresh_session");
    assertThat(e.requestId()).hasValueSatisfying(id -> assertThat(id).startsWith("req_"));
    assertThat(e.attempts()).isEqualTo(1);
    assertThat(e.headers()).containsKey("content-type");
    assertThat(e.bodyExcerpt()).contains("SESSION_EXPIRED");
  }

  @ParameterizedTest
  @EnumSource(ErrorDialect.class)
  void readsTheProvidersOwnErrors(ErrorDialect dialect) {
    provider.errorDialect(dialect);
    provider.connection().revokePermission("messages:read");

    assertThat(fail())
        .isInstanceOf(PermissionException.class)
        .hasMessageContaining("messages:read");
  }

  @Test
  void keepsTheStatusOfAnHtmlPage() {
    OfAuthException e = failWith(AnswerFault.htmlBadGateway());

    assertThat(e).isInstanceOf(ServerException.class);
    assertThat(e.status()).isEqualTo(502);
    assertThat(e.errorType()).isEmpty();
    assertThat(e.bodyExcerpt()).containsIgnoringCase("<html");
    assertThat(e.getMessage()).doesNotContain("<");
  }

  @Test
  void keepsTheStatusOfAnEmptyBody() {
    OfAuthException e = failWith(AnswerFault.emptyServerError());

    assertThat(e.status()).isEqualTo(500);
    assertThat(e.bodyExcerpt()).isEmpty();
  }

  @Test
  void keepsTheStatusOfABodyThatIsNoObject() {
    OfAuthException e = failWith(AnswerFault.jsonArrayError());

    assertThat(e).isInstanceOf(InvalidRequestException.class);
    assertThat(e.bodyExcerpt()).startsWith("[{");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "42", "\"text\"", "{", "{\"error\":", "{\"error\":{\"a\":[1]}}"})
  void keepsTheStatusWhateverTheBodyIs(String body) {
    OfAuthException e = failWith(AnswerFault.respond(503, "application/json", body));

    assertThat(e.status()).isEqualTo(503);
    assertThat(e.bodyExcerpt()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"SESSION_EXPIRED\",\"code\":\"AUTH_KEY_EXPIRED\"}",
        "{\"code\":\"AUTH_KEY_EXPIRED\",\"type\":\"SESSION_EXPIRED\"}",
        "{\"error\":{\"code\":\"AUTH_KEY_EXPIRED\"},\"type\":\"SESSION_EXPIRED\"}",
      })
  void theTypeOfTheCurrentDialectOutweighsTheCodeOfTheOlder(String body) {
    OfAuthException e = failWith(AnswerFault.respond(401, "application/json", body));

    assertThat(e).isInstanceOf(SessionExpiredException.class);
    assertThat(e.errorType()).hasValue("SESSION_EXPIRED");
  }

  @ParameterizedTest
  @CsvSource({
    "401, AUTH_KEY_EXPIRED, The API key has expired: create a new one in the OFAuth dashboard",
    "401, AUTH_INVALID_KEY, The API key is missing or invalid: check the key of the client",
    "401, UNAUTHORIZED, The API key is missing or invalid: check the key of the client",
    "401, SESSION_NOT_PROVIDED, The connection is unknown or has no session",
    "401, AUTH_INSUFFICIENT_SCOPE, A permission is missing",
    "403, FORBIDDEN, A permission is missing",
  })
  void eachRefusalBeginsWithItsOwnAdvice(int status, String type, String advice) {
    assertThat(failWith(AnswerFault.error(status, type, "no"))).hasMessageStartingWith(advice);
  }

  @Test
  void readsAnErrorThatAGatewayHasWrapped() {
    OfAuthException e =
        failWith(
            AnswerFault.respond(
                403,
                "application/json",
                "{\"error\":{\"message\":\"no way\",\"code\":\"DENIED\"}}"));

    assertThat(e.errorType()).hasValue("DENIED");
    assertThat(e).hasMessageContaining("no way");
  }

  @Test
  void keepsWhatWasReadOfAnErrorCutShort() {
    OfAuthException e =
        failWith(
            AnswerFault.respond(
                401,
                "application/json",
                "{\"type\":\"SESSION_EXPIRED\",\"error\":\"The session has exp"));

    assertThat(e).isInstanceOf(SessionExpiredException.class);
  }

  @Test
  void keepsTheStatusWhenTheConnectionBreaksInAnErrorsBody() {
    OfAuthException e =
        failWith(AnswerFault.error(403, "FORBIDDEN", "x".repeat(2000)), WireFault.resetInBody());

    assertThat(e.status()).isEqualTo(403);
  }

  @Test
  void keepsTheFirstEightKibibytesOfAHugeError() {
    OfAuthException e = failWith(AnswerFault.hugeError(5_000_000));

    assertThat(e.status()).isEqualTo(500);
    assertThat(e.bodyExcerpt()).hasSize(8192).startsWith("{\"error\":\"xxx");
    assertThat(e.getMessage().length()).isLessThan(1000);
  }

  @Test
  void putsNoLineBreakOfTheServiceIntoTheMessage() {
    OfAuthException e =
        failWith(AnswerFault.error(400, "BAD_REQUEST", "first\nWARN forged log line\u001b[31m"));

    assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("\u001b");
  }

  @Test
  void takesTheKeyOutOfAnErrorThatQuotesIt() {
    OfAuthException e =
        failWith(
            AnswerFault.error(401, "UNAUTHORIZED", "no such key: " + provider.apiKey()),
            WireFault.header("X-Debug", "apiKey=" + provider.apiKey()));

    assertThat(e.getMessage() + e.bodyExcerpt() + e.headers())
        .doesNotContain(provider.apiKey())
        .contains("[redacted]");
  }

  @Test
  void takesTheKeyOutOfAnAnswerThatBreaksTheContractWithIt() {
    String body = "{\"list\":[{\"KEY\":{\"id\":maybe}}],\"hasMore\":false}";
    OfAuthException e =
        failStrictly(
            AnswerFault.respond(200, "application/json", body.replace("KEY", provider.apiKey())));

    StringWriter all = new StringWriter();
    e.printStackTrace(new PrintWriter(all, /* autoFlush= */ true));
    assertThat(e).hasMessageContaining("at path $.list[0].[redacted]");
    assertThat(all + e.bodyExcerpt()).contains("[redacted]").doesNotContain(provider.apiKey());
    assertThat(client.connection().chats().list().firstPage().undecodableItems().toString())
        .contains("at path $.list[0].[redacted]")
        .doesNotContain(provider.apiKey());
  }

  @Test
  void leavesNoHalfOfAKeyWhereABodyIsCut() {
    String half = provider.apiKey().substring(0, provider.apiKey().length() - 1);
    String text = "x".repeat(8192 - half.length()) + provider.apiKey() + "yyyy";
    OfAuthException e = failWith(AnswerFault.respond(500, "text/plain", text));

    assertThat(e.bodyExcerpt()).isEqualTo("x".repeat(8192 - half.length()));
  }

  @Test
  void putsNoLineBreakOfTheServiceIntoTheMessageOfAnAnswerThatBreaksTheContract() {
    String body = "{\"list\":[{\"x\\nWARN forged\":{\"id\":maybe}}],\"hasMore\":false}";
    OfAuthException e = failStrictly(AnswerFault.respond(200, "application/json", body));

    assertThat(e.getMessage()).contains("WARN forged").doesNotContain("\n");
    assertThat(client.connection().chats().list().firstPage().undecodableItems().toString())
        .contains("WARN forged")
        .doesNotContain("\n");
  }

  @Test
  void takesHeadersThatNoClientCouldSend() {
    OfAuthException e =
        failWith(
            AnswerFault.emptyServerError(),
            WireFault.header("X-City", "M\u00fcnchen " + provider.apiKey()));

    assertThat(e.status()).isEqualTo(500);
    assertThat(e.headers()).containsKey("x-city");
    assertThat(e.headers().toString()).contains("[redacted]").doesNotContain(provider.apiKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "00"})
  void leavesNoRetryToOkHttp(String retryAfter) {
    provider
        .faults()
        .always(
            AnswerFault.error(503, "UNAVAILABLE", "busy"),
            WireFault.header("Retry-After", retryAfter));

    assertThat(fail()).isInstanceOf(ServerException.class);
    assertThat(provider.requests()).hasSize(1);
  }

  @Test
  void namesOnlyTheHostOfARedirect() {
    OfAuthException e =
        failWith(AnswerFault.redirectTo(URI.create("http://evil.example/v2?token=abc")));

    assertThat(e)
        .isInstanceOf(RedirectException.class)
        .hasMessageContaining("redirects to evil.example,")
        .hasMessageNotContaining("token");
    assertThat(provider.requests()).hasSize(1);
  }

  @Test
  void tellsBrokenJsonFromABrokenContract() {
    OfAuthException broken = failStrictly(PageFault.malformedJson());
    OfAuthException contract = failStrictly(PageFault.schemaViolation());

    assertThat(broken)
        .isInstanceOfSatisfying(
            MalformedResponseException.class,
            e -> {
              assertThat(e.defect()).isEqualTo(MalformedResponseException.Defect.NOT_JSON);
              assertThat(e.bodyExcerpt()).startsWith("{");
            });
    assertThat(contract)
        .isInstanceOfSatisfying(
            MalformedResponseException.class,
            e ->
                assertThat(e.defect()).isEqualTo(MalformedResponseException.Defect.CONTRACT_BROKEN))
        .hasMessageContaining("$.list[");
  }

  @Test
  void reportsSuccessWithoutAPageAsMalformed() {
    assertThat(failWith(AnswerFault.htmlSuccess())).isInstanceOf(MalformedResponseException.class);
    assertThat(failWith(AnswerFault.noContent())).isInstanceOf(MalformedResponseException.class);
    assertThat(failWith(PageFault.nullList())).isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void survivesSerialization() throws IOException, ClassNotFoundException {
    OfAuthException e = failWith(AnswerFault.error(403, "FORBIDDEN", "no"));

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      OfAuthException copy = (OfAuthException) in.readObject();
      assertThat(copy).hasMessage(e.getMessage());
      assertThat(copy.headers()).isEqualTo(e.headers());
    }
  }

  private OfAuthException failWith(Fault... faults) {
    provider.faults().next(faults);
    return fail();
  }

  private OfAuthException fail() {
    return catchThrowableOfType(
        OfAuthException.class, () -> client.connection().chats().list().firstPage());
  }

  private OfAuthException failStrictly(Fault fault) {
    provider.faults().clear();
    provider.faults().always(fault);
    ChatListQuery strict = ChatListQuery.builder().validationMode(ValidationMode.STRICT).build();
    return catchThrowableOfType(
        OfAuthException.class, () -> client.connection().chats().list(strict).firstPage());
  }
}
