package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void sendsAnErrorWith200() {
    Http.Answer answer = spoiled(AnswerFault.errorInSuccess("SESSION_EXPIRED", "expired"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"expired\",\"type\":\"SESSION_EXPIRED\",\"requestId\":\"req_00000001\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "PLAIN sk/+=&<>é",
        "JSON_SLASHES sk\\/+=&<>é",
        "JSON_UNICODE sk\\u002f\\u002b\\u003d\\u0026\\u003c\\u003e\\u00e9",
        "JSON_UNICODE_UPPER_CASE sk\\u002F\\u002B\\u003D\\u0026\\u003C\\u003E\\u00E9",
        "URL sk%2F%2B%3D%26%3C%3E%C3%A9",
        "URL_LOWER_CASE sk%2f%2b%3d%26%3c%3e%c3%a9",
        "HTML sk/+=&amp;&lt;&gt;é",
        "HTML_NUMERIC sk&#x2F;&#x2B;&#x3D;&#x26;&#x3C;&#x3E;&#xE9;"
      })
  void repeatsTheKeyInEachEscaping(Escaping escaping, String written) {
    Http.Answer answer = spoiled(AnswerFault.echo("sk/+=&<>é", escaping));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .contains("The key " + written + " is", "{\"" + written + "\":\"<" + written + ">\"}");
    assertThat(answer.json().get("error").asText())
        .isEqualTo(
            escaping.name().matches("PLAIN|JSON.*")
                ? "The key sk/+=&<>é is not valid"
                : "The key " + written + " is not valid");
  }

  @Test
  void sends408And503WithAndWithoutRetryAfter() {
    Http.Answer timeout = spoiled(AnswerFault.requestTimeout(RetryAfter.absent()));
    Http.Answer unavailable =
        spoiled(AnswerFault.serviceUnavailable(RetryAfter.text("3000000000")));

    assertThat(timeout.status()).isEqualTo(408);
    assertThat(timeout.header("Retry-After")).isEmpty();
    assertThat(spoiled(AnswerFault.requestTimeout(RetryAfter.seconds())).header("Retry-After"))
        .isEqualTo("1");
    assertThat(unavailable.status()).isEqualTo(503);
    assertThat(unavailable.header("Retry-After")).isEqualTo("3000000000");
    assertThat(unavailable.json().get("type").asText()).isEqualTo("UNAVAILABLE");
  }

  @Test
  void sendsAPageThatUnpacksToAnySize() throws Exception {
    provider.faults().next(AnswerFault.gzipBomb(10_000_000));

    HttpResponse<byte[]> answer = Http.bytes(Http.request(provider, CHATS).build());

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.body()).hasSizeLessThan(20_000);
    byte[] body = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(body).hasSize(10_000_000);
    assertThat(new ObjectMapper().readTree(body)).hasToString("{\"list\":[],\"hasMore\":false}");
  }

  @Test
  void refusesFiguresOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswerFault.gzipBomb(99))
        .withMessage("bytes must be at least 100: 99");
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
