package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.com.dius.pact.core.model.V4Interaction;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Verifies the live pact with a real account, or any server. Runs in the profile "live" only, with
 * the credentials of the environment.
 */
@Tag("live")
class LiveVerificationTest {
  private static final Optional<LiveVerification> LIVE = LiveVerification.of(System.getenv());

  @BeforeAll
  static void tellThatCredentialsAreMissing() {
    if (LIVE.isEmpty()) {
      System.out.println(LiveVerification.SKIPPED);
    }
  }

  static Stream<Named<V4Interaction.SynchronousHttp>> interactions() {
    return LiveVerification.interactions().stream().map(one -> Named.of(one.getDescription(), one));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("interactions")
  void serviceKeepsTheLivePact(V4Interaction.SynchronousHttp interaction) {
    assumeTrue(LIVE.isPresent(), LiveVerification.SKIPPED);
    Verification.Result result = LIVE.orElseThrow().verify(interaction);

    System.out.printf(
        "%s%n  %s%n",
        interaction.getDescription(),
        result.problems().isEmpty()
            ? "kept" + proof(interaction, result)
            : "BROKEN: " + String.join("; ", result.problems()));
    assertThat(result.problems()).isEmpty();
  }

  private static String proof(
      V4Interaction.SynchronousHttp interaction, Verification.Result result) {
    if (interaction.getResponse().getStatus() != 200) {
      return "";
    }
    return result.items() == 0
        ? ", but the page was empty: nothing of an item was seen"
        : " by " + result.items() + " items";
  }
}
