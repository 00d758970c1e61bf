package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.com.dius.pact.core.model.V4Interaction;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies the live pact against the service, for the account that the environment names. */
@Tag("live")
class LiveVerificationTest {
  private static final Map<String, String> ENVIRONMENT = System.getenv();

  static Stream<Named<V4Interaction.SynchronousHttp>> interactions() {
    return Pacts.LIVE.interactions().stream()
        .map(one -> Named.of(one.getDescription(), one));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("interactions")
  void serviceKeepsTheLivePact(V4Interaction.SynchronousHttp interaction) {
    assumeTrue(
        has("OFAUTH_API_KEY") && has("OFAUTH_CONNECTION_ID"),
        "skipped: set OFAUTH_API_KEY and OFAUTH_CONNECTION_ID (and OFAUTH_BASE_URL for another server)");
    URI baseUrl =
        URI.create(ENVIRONMENT.getOrDefault("OFAUTH_BASE_URL", "https://api-next.ofauth.com"));

    assertThat(new Verification(baseUrl).problems(interaction, request -> sign(request, interaction)))
        .isEmpty();
  }

  private static void sign(HttpRequest request, V4Interaction.SynchronousHttp interaction) {
    boolean wrongKey =
        interaction.getProviderStates().get(0).getName().equals(ProviderState.KEY_UNKNOWN.text());
    if (!wrongKey) {
      request.setHeader("apiKey", Objects.requireNonNull(ENVIRONMENT.get("OFAUTH_API_KEY")));
    }
    request.setHeader(
        "x-connection-id", Objects.requireNonNull(ENVIRONMENT.get("OFAUTH_CONNECTION_ID")));
  }

  private static boolean has(String name) {
    return !ENVIRONMENT.getOrDefault(name, "").isEmpty();
  }
}
