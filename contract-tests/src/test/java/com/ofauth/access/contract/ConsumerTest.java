package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServer;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.decoding.ValidationMode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the SDK against Pact's mock server, one interaction at a time. */
class ConsumerTest {

  static List<ContractCase> strict() {
    return Pacts.STRICT.cases();
  }

  static List<ContractCase> live() {
    return Pacts.LIVE.cases();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strict")
  void sdkAsksAndUnderstandsAsTheStrictPactSays(ContractCase one) {
    run(Pacts.STRICT, one);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("live")
  void sdkAsksAndUnderstandsAsTheLivePactSays(ContractCase one) {
    run(Pacts.LIVE, one);
  }

  @ParameterizedTest
  @EnumSource
  void describesEachInteractionOnce(Pacts pact) {
    assertThat(pact.cases()).extracting(ContractCase::description).doesNotHaveDuplicates();
  }

  private static void run(Pacts pact, ContractCase one) {
    V4Pact expected = pact.played(one.requests());
    BaseMockServer server =
        new MockHttpServer(expected, new MockProviderConfig("127.0.0.1", 0, PactSpecVersion.V4));
    server.start();
    try (OfAuthClient client =
        OfAuthClient.builder()
            .validationMode(ValidationMode.STRICT)
            .baseUrl("http://127.0.0.1:" + server.getPort())
            .apiKey(one.apiKey())
            .retryPolicy(RetryPolicy.none())
            .rateLimitPolicy(RateLimitPolicy.unlimited())
            .build()) {
      one.check().accept(client.connection(one.connection()));
      assertThat(server.validateMockServerState(null))
          .isInstanceOf(PactVerificationResult.Ok.class);
    } finally {
      server.stop();
    }
  }
}
