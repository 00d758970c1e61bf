package com.ofauth.access.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.core.model.V4Interaction;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rehearses the verification with a real account; the account is the test provider's. */
class LiveVerificationRehearsalTest {
  private static final String KEY = "sk_live_of_somebody";
  private static final String CONNECTION = "conn_real";

  private OfAuthTestProvider provider;

  @BeforeEach
  void start() {
    provider = OfAuthTestProvider.builder().apiKey(KEY).connectionId(CONNECTION).start();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void accountKeepsTheLivePactByItsItems() {
    assertThat(verify(environment(KEY)))
        .allSatisfy(result -> assertThat(result.problems()).isEmpty())
        .filteredOn(result -> result.items() == 20)
        .as("looks at a full page")
        .hasSize(pages());
  }

  @Test
  void emptyAccountIsNotVerified() {
    provider.connection().chats().clear();
    provider.connection().massMessages().clear();

    assertThat(verify(environment(KEY)))
        .allSatisfy(
            result -> {
              assertThat(result.problems()).isEmpty();
              assertThat(result.items()).isZero();
            })
        .filteredOn(result -> result.unseen().startsWith("not verified: the page was empty"))
        .hasSize(pages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\": | \"id\":0 | no strict JSON, at byte",
        "} | ,} | no strict JSON, at byte",
        "\"countPinnedMessages\":0 | \"countPinnedMessages\":99999999999999999999 | SDK: ",
        "\"canSendMessage\":true | \"canSendMessage\":1 | schema $.list[0].canSendMessage: breaks",
        "\"unreadMessagesCount\": | \"withUser\":{\"id\":1},\"unreadMessagesCount\": | no strict JSON"
      })
  void whatTheSdkCanNotReadIsNotKept(String text, String other, String problem) {
    provider.faults().always(PageFault.page(body -> body.replaceFirst(Pattern.quote(text), other)));

    assertThat(verify(environment(KEY)))
        .anySatisfy(
            result ->
                assertThat(result.problems())
                    .anySatisfy(found -> assertThat(found).startsWith(problem)));
  }

  @Test
  void wrongKeyIsToldByStatusAndPathAlone() {
    assertThat(verify(environment("sk_live_canary")))
        .filteredOn(result -> !result.problems().isEmpty())
        .hasSize(pages())
        .allSatisfy(
            result ->
                assertThat(result.problems())
                    .contains("status 401 instead of 200")
                    .allMatch(problem -> problem.matches("status 401 .*|body \\$.*keys: .*")))
        .asString()
        .doesNotContain("canary", "Invalid");
  }

  @Test
  void headerOfWrongTypeIsToldByItsName() throws IOException {
    byte[] page = Spec.ACCESS.example("MassMessagesMinimal").toString().getBytes(UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.getResponseHeaders().set("X-RateLimit-Remaining", "a canary");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    try {
      assertThat(verify(environment(KEY, "http://127.0.0.1:" + server.getAddress().getPort())))
          .anySatisfy(
              result ->
                  assertThat(result.problems())
                      .containsExactly("header X-RateLimit-Remaining: not as the spec has it"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void nothingIsVerifiedWithoutCredentials() {
    assertThat(LiveVerification.of(Map.of())).isEmpty();
    assertThat(LiveVerification.of(Map.of("OFAUTH_API_KEY", KEY))).isEmpty();
    assertThat(LiveVerification.of(Map.of("OFAUTH_CONNECTION_ID", CONNECTION))).isEmpty();
    assertThat(LiveVerification.NOT_VERIFIED)
        .contains("OFAUTH_API_KEY", "OFAUTH_CONNECTION_ID", "OFAUTH_BASE_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://api.example.com", "api.example.com", "ftp://api.example.com"})
  void keyIsNotSentInCleartext(String baseUrl) {
    assertThatThrownBy(() -> LiveVerification.of(environment(KEY, baseUrl)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("OFAUTH_BASE_URL must be an https URL, or one of loopback: " + baseUrl);
  }

  private Map<String, String> environment(String key) {
    return environment(key, provider.baseUrl().toString());
  }

  private static Map<String, String> environment(String key, String baseUrl) {
    return Map.of(
        "OFAUTH_API_KEY", key, "OFAUTH_CONNECTION_ID", CONNECTION, "OFAUTH_BASE_URL", baseUrl);
  }

  private static List<Verification.Result> verify(Map<String, String> environment) {
    LiveVerification live = LiveVerification.of(environment).orElseThrow();
    return interactions().stream().map(live::verify).toList();
  }

  /** How many of the interactions are answered by a page. */
  private static int pages() {
    return (int)
        interactions().stream().filter(one -> one.getResponse().getStatus() == 200).count();
  }

  private static List<V4Interaction.SynchronousHttp> interactions() {
    return NotServed.servedOf(LiveVerification.interactions());
  }
}
