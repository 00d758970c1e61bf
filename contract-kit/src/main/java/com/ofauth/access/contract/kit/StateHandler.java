package com.ofauth.access.contract.kit;

import java.util.Map;

/** Puts a provider into the states of the strict pact. */
@FunctionalInterface
public interface StateHandler {

  /**
   * Puts the provider into a state. What an earlier state has set up no longer holds.
   *
   * @param state the name of the state in the pact
   * @param parameters of the state: of a list {@code endpoint} and {@code count}, of an error
   *     {@code status} and {@code dialect}, and more; docs/contracts.md has all of them
   * @throws Exception if the provider can't be put into the state; what needs the state is then not
   *     verified. The report has the class of the exception, not its message.
   */
  void setUp(String state, Map<String, Object> parameters) throws Exception;
}
