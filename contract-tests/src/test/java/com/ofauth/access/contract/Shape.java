package com.ofauth.access.contract;

import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body as a pact tells it: an example, and the rules that say what else is as good.
 *
 * @param example what the mock server answers
 * @param rules by path
 */
record Shape(JsonNode example, MatchingRuleCategory rules) {

  /** The same, but for properties of the body itself whose value has to be that of the example. */
  Shape exactly(String... names) {
    Rules changed = new Rules();
    for (String name : names) {
      changed.equalTo(Rules.child("$", name));
    }
    MatchingRuleCategory all = new MatchingRuleCategory(rules.getName());
    all.getMatchingRules().putAll(rules.getMatchingRules());
    all.getMatchingRules().putAll(changed.collected().getMatchingRules());
    return new Shape(example, all);
  }
}
