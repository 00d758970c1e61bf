package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies the committed pacts against the test provider, and against broken ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InProcessVerificationTest {
  private static final long FIRST_CHAT = 483920174;
  private static final String SECRET = "a private message";

  private OfAuthTestProvider provider;

  InProcessVerificationTest() {
    provider = start();
  }

  private static OfAuthTestProvider start() {
    return OfAuthTestProvider.builder()
        .apiKey(ContractCase.API_KEY)
        .connectionId(ContractCase.CONNECTION)
        .start();
  }

  @AfterAll
  void stop() {
    provider.close();
  }

  static Stream<Named<V4Interaction.SynchronousHttp>> interactions() {
    return Stream.of(Pacts.values())
        .flatMap(
            pact ->
                NotServed.servedOf(pact.committed()).stream()
                    .map(one -> Named.of(pact + " " + one.getDescription(), one)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("interactions")
  void testProviderKeepsThePact(V4Interaction.SynchronousHttp interaction) {
    assertThat(problemsInState(interaction)).isEmpty();
  }

  @Test
  void pactsFailForProviderWithOneFieldOfWrongType() {
    assertThat(
            problems(
                Pacts.STRICT,
                chat -> chat.replace("\"canView\":true", "\"canView\":\"" + SECRET + "\"")))
        .containsExactly("body $.list[0].lastMessage.media[0].canView");
    assertThat(
            problems(
                Pacts.LIVE,
                chat -> chat.replace("\"canView\":true", "\"canView\":\"" + SECRET + "\"")))
        .containsExactly("body $.list[0].lastMessage.media[0].canView");
  }

  @Test
  void pactsFailForProviderThatLeavesOutRequiredField() {
    UnaryOperator<String> broken = chat -> chat.replace("\"hasError\":", "\"failed\":");
    assertThat(problems(Pacts.STRICT, broken))
        .containsExactly(
            "body $.list[0].lastMessage.media[0]: Actual map is missing the following keys: hasError");
    assertThat(problems(Pacts.LIVE, broken))
        .containsExactly(
            "body $.list[0].lastMessage.media[0]: Actual map is missing the following keys: hasError");
  }

  @Test
  void failsForProviderThatDoesNotAnswer() {
    provider.refuseConnections();
    try {
      assertThat(problems(Pacts.STRICT, UnaryOperator.identity()))
          .first()
          .asString()
          .startsWith("request failed: ");
    } finally {
      provider.acceptConnections();
    }
  }

  private List<String> problemsInState(V4Interaction.SynchronousHttp interaction) {
    reset(Interactions.state(interaction));
    return verify(interaction);
  }

  /** What the pact finds when the first of many full chats is changed. */
  private List<String> problems(Pacts pact, UnaryOperator<String> change) {
    provider.faults().clear();
    ProviderState.FULL_CHATS.setUp(provider);
    provider.faults().always(PageFault.item(FIRST_CHAT, change));
    List<String> problems =
        pact.committed().stream()
            .filter(one -> one.getDescription().startsWith("listChats"))
            .filter(one -> pact == Pacts.LIVE || one.getDescription().contains("every known field"))
            .filter(one -> one.getResponse().getStatus() == 200)
            .flatMap(one -> verify(one).stream())
            .distinct()
            .toList();
    provider.faults().clear();
    return problems;
  }

  private void reset(ProviderState state) {
    provider.reset();
    state.setUp(provider);
  }

  private List<String> verify(V4Interaction.SynchronousHttp interaction) {
    return new Verification(provider.baseUrl()).verify(interaction);
  }
}
