package com.ofauth.access.contract;

import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body as a pact tells it: an example, and the rules that say what else is as good.
 *
 * @param example what the mock server answers
 * @param rules by path
 */
record Shape(JsonNode example, MatchingRuleCategory rules) {}
