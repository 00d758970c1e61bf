package com.ofauth.access.build.spec;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Which operations read a schema, so that a change to it can be told in terms of calls. */
public final class Reach {
  private static final String SCHEMAS = "#/components/schemas/";

  private final Map<String, Set<String>> operations = new LinkedHashMap<>();

  public Reach(SpecDocument spec) {
    for (Operation operation : spec.operations()) {
      walk(spec, operation.node(), operation, new HashSet<>());
    }
  }

  private void walk(SpecDocument spec, Node at, Operation operation, Set<String> seen) {
    String ref = Nodes.text(at, "$ref");
    Node target = ref == null ? null : spec.target(ref);
    if (ref != null && target != null && seen.add(ref)) {
      if (ref.startsWith(SCHEMAS)) {
        operations
            .computeIfAbsent(ref.substring(SCHEMAS.length()), schema -> new LinkedHashSet<>())
            .add(operation.call());
      }
      walk(spec, target, operation, seen);
    }
    Nodes.entries(at).forEach(entry -> walk(spec, entry.value(), operation, seen));
    Nodes.items(at).forEach(item -> walk(spec, item, operation, seen));
  }

  /** For example {@code " (GET /v2/access/chats)"}, or nothing when no operation reads it. */
  public String of(String schema) {
    Set<String> found = operations.getOrDefault(schema, Set.of());
    return found.isEmpty() ? "" : " (" + String.join(", ", found) + ")";
  }
}
