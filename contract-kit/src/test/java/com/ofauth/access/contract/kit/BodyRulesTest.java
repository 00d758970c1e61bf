package com.ofauth.access.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of Pact, beyond what the contract tests compare with Pact itself. */
class BodyRulesTest {
  @Test
  void ruleThatTheKitDoesNotKnowIsRefused() {
    assertThatThrownBy(
            () ->
                new BodyRules(
                    Account.object("{\"a\":1}"),
                    Account.object("{\"$.a\":{\"matchers\":[{\"match\":\"semver\"}]}}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown rule of Pact: semver");
  }

  @Test
  void namesOfDigitsAndSignsAreNames() {
    assertThat(Paths.tokens("$.list[*].videoSources.240"))
        .isEqualTo(List.of("list", "[*]", "videoSources", "240"));
    assertThat(Paths.tokens("$.a['x.y'][0].*")).isEqualTo(List.of("a", "x.y", "[0]", "*"));
  }

  @Test
  void valueWithoutRuleIsTheVeryOne() {
    BodyRules rules = new BodyRules(Account.object("{\"a\":1}"), Account.object("{}"));

    assertThat(rules.faults(Account.object("{\"a\":1,\"b\":2}"))).isEmpty();
    assertThat(rules.faults(Account.object("{\"a\":2}")))
        .containsExactly(new Fault("$.a", "the very value 1", "integer"));
  }
}
