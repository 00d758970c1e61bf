package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Has the accepted pacts verified by a verifier that shares no code with Pact JVM. Runs in the
 * profile "rust-verifier" only.
 */
@Tag("rust-verifier")
class RustVerifierTest {
  private static final long FIRST_CHAT = 483920174;

  private OfAuthTestProvider provider;
  private StateChanges states;

  @BeforeEach
  void start() throws IOException {
    provider =
        OfAuthTestProvider.builder()
            .apiKey(ContractCase.API_KEY)
            .connectionId(ContractCase.CONNECTION)
            .start();
    states = new StateChanges(provider);
  }

  @AfterEach
  void stop() {
    states.close();
    provider.close();
  }

  @ParameterizedTest
  @EnumSource
  void rustVerifierFindsThatTheTestProviderKeepsThePact(Pacts pact) throws IOException {
    states.afterEach(
        () -> {
          if (pact == Pacts.LIVE) {
            provider.faults().always(PageFault.everyItem(RustVerifierTest::withoutNullObject));
          }
        });

    RustVerifier.Outcome outcome =
        RustVerifier.install().verify(pact.file(), provider.baseUrl(), states.url());

    System.out.println(outcome.output());
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output())
        .contains(
            NotServed.servedOf(pact.committed()).stream()
                .map(one -> one.getDescription())
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void rustVerifierFindsOneFieldOfWrongTypeAndOneThatIsMissing(Pacts pact) throws IOException {
    states.afterEach(
        () -> {
          ProviderState.FULL_CHATS.setUp(provider);
          provider.faults().always(PageFault.item(FIRST_CHAT, RustVerifierTest::broken));
        });

    RustVerifier.Outcome outcome =
        RustVerifier.install().verify(pact.file(), provider.baseUrl(), states.url());

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.output())
        .contains("$.list[0].lastMessage.media[0].canView", "$.list[0].lastMessage.media[0].files");
  }

  @Test
  void rustVerifierReportsNullForAnObjectWhichNoRuleOfThePactCanTake() throws IOException {
    RustVerifier.Outcome outcome =
        RustVerifier.install().verify(Pacts.LIVE.file(), provider.baseUrl(), states.url());

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.output()).contains(".mediaTypes -> Type mismatch: Expected null");
  }

  private static String withoutNullObject(String item) {
    return item.replace("\"mediaTypes\":null,", "");
  }

  private static String broken(String chat) {
    return chat.replace("\"canView\":true", "\"canView\":1")
        .replace("\"sources\":", "\"origins\":");
  }
}
