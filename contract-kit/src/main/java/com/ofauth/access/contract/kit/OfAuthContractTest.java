package com.ofauth.access.contract.kit;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Verifies a mock of yours in JUnit Jupiter: extend this class and say where the mock is. Each
 * thing that is looked at is a test; what is broken or could not be looked at fails.
 *
 * <p>The live contract is verified with the data that the mock has, so it needs some: at least two
 * chats and two mass messages, and an answer of 401 to an unknown key. If {@link #hasStates()}
 * gives true, the strict contract is verified too.
 */
public abstract class OfAuthContractTest {

  /** Makes a test. */
  protected OfAuthContractTest() {}

  /** {@return where the mock is; it is asked before each verification} */
  protected abstract URI baseUrl();

  /** {@return a key that the mock accepts; by default {@code sk_sandbox_pact}} */
  protected String apiKey() {
    return ContractVerification.STRICT_API_KEY;
  }

  /** {@return a connection that the mock has; by default {@code conn_pact}} */
  protected String connectionId() {
    return ContractVerification.STRICT_CONNECTION_ID;
  }

  /** {@return whether {@link #setUp} can put the mock into states; false by default} */
  protected boolean hasStates() {
    return false;
  }

  /**
   * Puts the mock into a state of the strict contract, see {@link StateHandler#setUp}.
   *
   * @param state the name of the state
   * @param parameters of the state
   * @throws Exception if the mock has no such state
   */
  protected void setUp(String state, Map<String, Object> parameters) throws Exception {
    throw new UnsupportedOperationException("override setUp(state, parameters): " + state);
  }

  /** {@return a test for each thing that the live contract says} */
  @TestFactory
  protected Stream<DynamicNode> liveContract() {
    return tests(ContractVerification.live(baseUrl(), apiKey(), connectionId()).verify());
  }

  /** {@return a test for each thing that the strict contract says, if the mock has states} */
  @TestFactory
  protected Stream<DynamicNode> strictContract() {
    return hasStates()
        ? tests(ContractVerification.strict(baseUrl(), this::setUp).verify())
        : Stream.empty();
  }

  private static Stream<DynamicNode> tests(ContractReport report) {
    return report.checks().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.operation() + ": " + one.name(), () -> assertKept(one, report)));
  }

  private static void assertKept(Check one, ContractReport report) {
    if (one.verdict() == Verdict.KEPT) {
      return;
    }
    String findings =
        report.findings().stream()
            .filter(finding -> finding.operation().equals(one.operation()))
            .map(Finding::toString)
            .collect(Collectors.joining("\n  ", "\n  ", ""));
    throw new AssertionError(
        one.verdict().text() + ": " + (one.told().isEmpty() ? findings : one.told()));
  }
}
