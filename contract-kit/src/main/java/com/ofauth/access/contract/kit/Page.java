package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One page of a list, as probes see it.
 *
 * @param keys of the items
 * @param versions of the items, which change with their place in the list
 * @param items in the order of the page
 * @param isComplete whether the list goes on neither before nor after
 */
record Page(List<String> keys, List<String> versions, List<JsonNode> items, boolean isComplete) {

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Whether the same items are in the same places, without activity in between. */
  boolean isSameAs(Page other) {
    return keys.equals(other.keys) && versions.equals(other.versions);
  }
}
