package com.ofauth.access.contract;

import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body as a pact tells it: an example, and the rules that say what else is as good.
 *
 * @param example what the pact demands; nothing if any body will do
 * @param rules by path
 * @param shown what the mock server answers the SDK: all of the spec's example, that which the pact
 *     does not demand too
 * @param typed whether what the pact leaves free is told by a shape of its own, see {@link
 *     Shapes#whateverIsThere}
 */
record Shape(JsonNode example, MatchingRuleCategory rules, JsonNode shown, boolean typed) {

  /** The same, but for properties of the body itself whose value has to be that of the example. */
  Shape exactly(String... names) {
    Rules changed = new Rules();
    for (String name : names) {
      changed.equalTo(Rules.child("$", name));
    }
    MatchingRuleCategory all = new MatchingRuleCategory(rules.getName());
    all.getMatchingRules().putAll(rules.getMatchingRules());
    all.getMatchingRules().putAll(changed.collected().getMatchingRules());
    return new Shape(example, all, shown, typed);
  }

  /** Whether any body will do, and any media type. */
  boolean isFree() {
    return example.isMissingNode();
  }
}
