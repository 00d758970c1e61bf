package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AnswerFaultTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private final OfAuthTestProvider provider = ofauth.provider();

  @Test
  void sendsTheWebPageOfAProxyWith502() {
    Http.Answer answer = spoiled(AnswerFault.htmlBadGateway());

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html");
    assertThat(answer.body()).startsWith("<html>");
  }

  @Test
  void sendsAnEmpty500() {
    Http.Answer answer = spoiled(AnswerFault.emptyServerError());

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Content-Type")).isEmpty();
    assertThat(answer.header("Content-Length")).isEqualTo("0");
  }

  @Test
  void sendsAJsonArrayAsError() {
    Http.Answer answer = spoiled(AnswerFault.jsonArrayError());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().isArray()).isTrue();
  }

  @Test
  void sendsAWebPageWith200() {
    Http.Answer answer = spoiled(AnswerFault.htmlSuccess());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).startsWith("<!doctype html>");
  }

  @Test
  void sends204WithoutABody() {
    Http.Answer answer = spoiled(AnswerFault.noContent());

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.response().headers().map()).doesNotContainKeys("content-length");
  }

  @Test
  void redirectsToAnotherHost() {
    Http.Answer answer = spoiled(AnswerFault.redirectTo(URI.create("http://other.example.com/x")));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("http://other.example.com/x");
  }

  @Test
  void saysRulesOutdatedOnce() {
    Http.Answer answer = spoiled(AnswerFault.rulesOutdated());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().get("type").asText()).isEqualTo("RULES_OUTDATED");
    assertThat(answer.json().get("requestId").asText()).isEqualTo("req_00000001");
    assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
  }

  @Test
  void givesErrorsInTheDialectOfTheProvider() {
    provider.errorDialect(ErrorDialect.OLDER);
    assertThat(spoiled(AnswerFault.error(418, "TEAPOT", "I am \"one\"")).body())
        .isEqualTo("{\"error\":\"I am \\\"one\\\"\",\"code\":\"TEAPOT\",\"details\":{}}");

    provider.errorDialect(ErrorDialect.PUBLIC_SDKS);
    assertThat(spoiled(AnswerFault.error(503, "DOWN", "later")).body())
        .isEqualTo("{\"message\":\"later\",\"code\":\"DOWN\",\"details\":null}");
  }

  @Test
  void says429AlthoughThereAreTokens() {
    Http.Answer answer = spoiled(AnswerFault.rateLimited(RetryAfter.seconds()));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("89");
    assertThat(provider.rateLimitedCount()).isZero();
    assertThat(spoiled(AnswerFault.rateLimited(RetryAfter.absent())).response().headers().map())
        .doesNotContainKey("retry-after");
  }

  @Test
  void sendsAHugeErrorOfTheSizeAskedFor() {
    Http.Answer answer = spoiled(AnswerFault.hugeError(1_000_000));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).hasSize(1_000_000);
    assertThat(answer.json().get("error").asText()).startsWith("xxx");
  }

  @Test
  void sendsAnyAnswer() {
    Http.Answer answer = spoiled(AnswerFault.respond(200, "application/json", "[]"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.body()).isEqualTo("[]");
  }

  @Test
  void setsAndDropsHeaders() {
    provider
        .faults()
        .next(
            WireFault.header("X-RateLimit-Limit", "many"),
            WireFault.withoutHeader("date"),
            WireFault.header("content-type", "text/plain"));

    Http.Answer answer = Http.get(provider, CHATS);

    assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("many");
    assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
    assertThat(answer.response().headers().map()).doesNotContainKey("date");
    assertThat(answer.ids()).hasSize(10);
  }

  @Test
  void refusesFiguresOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswerFault.respond(199, "text/plain", ""))
        .withMessage("status must be between 200 and 599: 199");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswerFault.error(200, "OK", ""))
        .withMessage("status must be between 400 and 599: 200");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswerFault.hugeError(99))
        .withMessage("bytes must be at least 100: 99");
  }

  private Http.Answer spoiled(Fault fault) {
    provider.faults().next(fault);
    return Http.get(provider, CHATS);
  }
}
