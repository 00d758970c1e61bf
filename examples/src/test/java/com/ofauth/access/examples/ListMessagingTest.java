package com.ofauth.access.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.testing.OfAuthTestProvider;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ListMessagingTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void readsMadeUpDataWithoutCredentialsAndSaysSo() {
    assertThat(run(Progress.none(), Map.of())).isZero();
    assertThat(text(out))
        .contains("reading made-up data from a test provider")
        .contains("50 chats, read in 4 requests")
        .contains("25 sent mass messages, read in 3 requests");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void takesVariablesThatAreSetToNothingAsNotSet() {
    Map<String, String> environment =
        Map.of("OFAUTH_API_KEY", "", "OFAUTH_CONNECTION_ID", "", "OFAUTH_BASE_URL", "");
    assertThat(run(Progress.none(), environment)).isZero();
    assertThat(text(out)).startsWith("OFAUTH_API_KEY and OFAUTH_CONNECTION_ID are not set");
  }

  @Test
  void readsTheAccountOfTheEnvironment() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(3).start()) {
      assertThat(run(Progress.none(), environment(provider, provider.apiKey()))).isZero();
      assertThat(text(out)).contains("3 chats, read in 1 request\n");
    }
  }

  @Test
  void endsWithOneLineAndAStatusWhenTheKeyIsWrong() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
      assertThat(run(Progress.none(), environment(provider, "sk_sandbox_wrong"))).isEqualTo(1);
      assertThat(text(err).lines())
          .singleElement()
          .satisfies(line -> assertThat(line).contains("401").doesNotContain("sk_sandbox_wrong"));
    }
  }

  @Test
  void endsWithOneLineWhenOnlyHalfOfTheCredentialsIsThere() {
    assertThat(run(Progress.none(), Map.of("OFAUTH_API_KEY", "sk_sandbox_x"))).isEqualTo(1);
    assertThat(text(err).lines()).hasSize(1);
  }

  @Test
  void endsWithOneLineWhenTheKeyCantBeAHeader() {
    Map<String, String> environment =
        Map.of("OFAUTH_API_KEY", "sk\nx", "OFAUTH_CONNECTION_ID", "conn_1");
    assertThat(run(Progress.none(), environment)).isEqualTo(1);
    assertThat(text(err).lines()).singleElement().asString().contains("visible ASCII");
  }

  @Test
  void showsProgressOnALongWalkAndTakesItAway() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(230).start()) {
      Progress progress = Progress.on(new PrintStream(terminal, true, StandardCharsets.UTF_8));
      assertThat(run(progress, environment(provider, provider.apiKey()))).isZero();
    }
    assertThat(text(terminal))
        .contains("100 chats …")
        .contains("200 chats …")
        .endsWith("\u001b[2K");
  }

  private int run(Progress progress, Map<String, String> environment) {
    return new ListMessaging(new PrintStream(out, true, StandardCharsets.UTF_8), progress)
        .run(environment, new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static Map<String, String> environment(OfAuthTestProvider provider, String apiKey) {
    return Map.of(
        "OFAUTH_API_KEY", apiKey,
        "OFAUTH_CONNECTION_ID", provider.connectionId(),
        "OFAUTH_BASE_URL", provider.baseUrl().toString());
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
