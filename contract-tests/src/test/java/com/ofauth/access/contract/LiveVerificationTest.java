package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Verifies the live pact with a real account, or any server. Runs in the profile "live" only, with
 * the credentials of the environment. A run that could not look fails, without credentials and for
 * an empty page.
 */
@Tag("live")
class LiveVerificationTest {
  private static LiveVerification live() {
    return LiveVerification.of(System.getenv())
        .orElseThrow(() -> new AssertionError(LiveVerification.NOT_VERIFIED));
  }

  static Stream<Named<V4Interaction.SynchronousHttp>> interactions() {
    return LiveVerification.interactions().stream().map(one -> Named.of(one.getDescription(), one));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("interactions")
  void serviceKeepsTheLivePact(V4Interaction.SynchronousHttp interaction) {
    Verification.Result result = live().verify(interaction);

    System.out.printf("%s%n  %s%n", interaction.getDescription(), verdict(result));
    assertThat(result.problems()).isEmpty();
    assertThat(result.unseen()).isEmpty();
  }

  private static String verdict(Verification.Result result) {
    if (!result.problems().isEmpty()) {
      return "BROKEN: " + String.join("; ", result.problems());
    }
    return result.unseen().isEmpty() ? "kept by " + result.items() + " items" : result.unseen();
  }
}
