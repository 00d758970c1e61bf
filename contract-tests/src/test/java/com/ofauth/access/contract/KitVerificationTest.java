package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.contract.kit.ContractReport;
import com.ofauth.access.contract.kit.ContractVerification;
import com.ofauth.access.contract.kit.Finding;
import com.ofauth.access.contract.kit.KitAccess;
import com.ofauth.access.contract.kit.Verdict;
import com.ofauth.access.testing.Fault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verifies the test provider with the kit that users have, by the pacts that the tests say. */
class KitVerificationTest {
  private OfAuthTestProvider provider;

  @BeforeEach
  void start() {
    provider =
        OfAuthTestProvider.builder()
            .apiKey(ContractCase.API_KEY)
            .connectionId(ContractCase.CONNECTION)
            .start();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void testProviderKeepsTheLiveContractAndWhatParametersDo() {
    ContractReport report = live();

    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.KEPT);
    assertThat(report.checks())
        .extracting(check -> check.operation() + " " + check.name())
        .contains("listChats filter", "listChats order", "listMassMessages type");
  }

  @Test
  void testProviderKeepsTheStrictContract() {
    ContractReport report = strict();

    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.KEPT);
    assertThat(report.checks()).hasSameSizeAs(NotServed.servedOf(Pacts.STRICT.committed()));
  }

  @Test
  void bothContractsNameAFieldOfWrongType() {
    provider.faults().always(change(chat -> chat.replace("\"canView\":true", "\"canView\":\"a\"")));
    assertThat(live().findings())
        .extracting(Finding::path)
        .containsExactly("$.list[*].lastMessage.media[*].canView");
  }

  @Test
  void emptyAccountIsNotVerified() {
    provider.connection().chats().clear();
    provider.connection().massMessages().clear();

    assertThat(live().verdict()).isEqualTo(Verdict.NOT_VERIFIED);
  }

  private static Fault change(UnaryOperator<String> change) {
    return PageFault.page(body -> body.contains("\"withUser\"") ? change.apply(body) : body);
  }

  private ContractReport live() {
    return verify(
        ContractVerification.live(
            provider.baseUrl(), ContractCase.API_KEY, ContractCase.CONNECTION),
        Pacts.LIVE);
  }

  private ContractReport strict() {
    return verify(
        ContractVerification.strict(
            provider.baseUrl(),
            (state, parameters) -> {
              ProviderState known = ProviderState.of(state);
              provider.reset();
              known.setUp(provider);
            }),
        Pacts.STRICT);
  }

  private static ContractReport verify(ContractVerification verification, Pacts pact) {
    Set<String> served = new TreeSet<>();
    NotServed.servedOf(pact.interactions())
        .forEach(one -> served.add(Interactions.operation(one).name()));
    return KitAccess.with(verification, Json.parse(pact.text())).only(served).verify();
  }
}
