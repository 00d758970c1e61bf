package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects faults of many answers into one row a path. */
final class Findings {
  private static final Pattern ITEM = Pattern.compile("^\\$\\.list\\[([0-9]+)].*");

  private final Map<List<String>, Row> rows = new LinkedHashMap<>();
  private final Map<String, Set<String>> items = new HashMap<>();
  private final Map<String, Set<String>> answers = new HashMap<>();

  /** What is known of one path. */
  private static final class Row {
    private final String expected;
    private final boolean ofItems;
    private final Set<String> found = new TreeSet<>();
    private final Set<String> where = new HashSet<>();

    Row(String expected, boolean ofItems) {
      this.expected = expected;
      this.ofItems = ofItems;
    }
  }

  /**
   * An answer was looked at.
   *
   * @param asked what tells the request from others
   * @param keys of the items, by place
   */
  void add(String operation, String asked, List<String> keys, List<Fault> faults) {
    items.computeIfAbsent(operation, id -> new HashSet<>()).addAll(keys);
    answers.computeIfAbsent(operation, id -> new HashSet<>()).add(asked);
    for (Fault fault : faults) {
      Matcher item = ITEM.matcher(fault.path());
      boolean ofItem = item.matches() && Integer.parseInt(item.group(1)) < keys.size();
      Row row =
          rows.computeIfAbsent(
              List.of(operation, Paths.pattern(fault.path())),
              path -> new Row(fault.expected(), ofItem));
      row.found.add(fault.found());
      row.where.add(ofItem ? keys.get(Integer.parseInt(item.group(1))) : asked);
    }
  }

  /** How many different items of an operation were looked at. */
  int items(String operation) {
    return items.getOrDefault(operation, Set.of()).size();
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    rows.forEach(
        (place, row) ->
            all.add(
                new Finding(
                    place.get(0),
                    place.get(1),
                    row.expected,
                    String.join(", ", row.found),
                    row.where.size(),
                    (row.ofItems ? items : answers).getOrDefault(place.get(0), Set.of()).size(),
                    row.ofItems ? "items" : "answers")));
    return all;
  }

  /**
   * The keys of the items of a page.
   *
   * @param asked what tells the request from others, for an item whose key can't be read
   */
  static List<String> keys(Spec.Operation operation, JsonNode body, String asked) {
    JsonNode paging = operation.paging();
    List<String> keys = new ArrayList<>();
    if (paging.isMissingNode()) {
      keys.add(asked);
      return keys;
    }
    String pointer = "/" + paging.path("itemKey").asText().replace('.', '/');
    JsonNode list = body.path(paging.path("items").asText());
    for (int i = 0; i < list.size(); i++) {
      JsonNode key = list.get(i).at(pointer);
      boolean readable = key.isValueNode() && !key.isNull() && !key.isMissingNode();
      keys.add(readable ? key.asText() : asked + " #" + i);
    }
    return keys;
  }
}
