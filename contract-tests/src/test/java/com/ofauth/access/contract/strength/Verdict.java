package com.ofauth.access.contract.strength;

/**
 * What became of a change of a response.
 *
 * @param change where and what
 * @param legal whether the spec allows the changed response
 * @param passesStrict whether the strict pact takes it
 * @param passesLive whether the live pact takes it
 */
record Verdict(String change, boolean legal, boolean passesStrict, boolean passesLive) {

  boolean survivesStrict() {
    return !legal && passesStrict;
  }

  boolean survivesLive() {
    return !legal && passesLive;
  }

  boolean isWronglyRefused() {
    return legal && !passesLive;
  }

  /** What is wrong with the pacts, if anything is. */
  String fault() {
    if (survivesStrict() || survivesLive()) {
      String pacts =
          survivesStrict() && survivesLive()
              ? "both pacts"
              : survivesStrict() ? "the strict pact" : "the live pact";
      return change + ": breaks the spec and survives " + pacts;
    }
    return isWronglyRefused() ? change + ": legal, but refused by the live pact" : "";
  }
}
