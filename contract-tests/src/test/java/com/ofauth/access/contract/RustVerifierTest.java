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
    RustVerifier.Outcome outcome =
        RustVerifier.install().verify(pact.file(), provider.baseUrl(), states.url());

    System.out.println(outcome.output());
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output())
        .contains(pact.committed().stream().map(one -> one.getDescription()).toList());
  }

  @Test
  void rustVerifierFindsOneFieldOfWrongType() throws IOException {
    states.afterEach(
        () ->
            provider
                .faults()
                .always(
                    PageFault.item(
                        483920174, chat -> chat.replace("\"canView\":true", "\"canView\":1"))));

    RustVerifier.Outcome outcome =
        RustVerifier.install().verify(Pacts.STRICT.file(), provider.baseUrl(), states.url());

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.output()).contains("media[0].canView");
  }
}
