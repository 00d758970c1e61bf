package com.ofauth.access.build.spec;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Which operations use a schema, and whether they send or receive it. */
public final class Reach {
  private static final String SCHEMAS = "#/components/schemas/";

  /** Where those who receive stand in an operation; everything else is sent. */
  private static final Set<String> RECEIVED = Set.of("responses");

  private final SpecDocument spec;
  private final Map<String, Set<String>> operations = new LinkedHashMap<>();
  private final Set<String> sent = new HashSet<>();
  private final Set<String> received = new HashSet<>();

  /** The references that stand in what a reference leads to. */
  private final Map<String, Set<String>> next = new HashMap<>();

  public Reach(SpecDocument spec) {
    this.spec = spec;
    for (Operation operation : spec.operations()) {
      for (Node holder : new Node[] {operation.pathItem(), operation.node()}) {
        boolean path = holder.equals(operation.pathItem());
        for (Nodes.Entry entry : Nodes.entries(holder)) {
          if (path && !entry.key().equals("parameters")) {
            continue;
          }
          Set<String> reached = new LinkedHashSet<>();
          refs(entry.value()).forEach(ref -> follow(ref, reached));
          note(operation, reached, RECEIVED.contains(entry.key()) ? received : sent);
        }
      }
    }
  }

  private void note(Operation operation, Set<String> reached, Set<String> by) {
    for (String ref : reached) {
      if (ref.startsWith(SCHEMAS)) {
        String schema = ref.substring(SCHEMAS.length());
        by.add(schema);
        operations.computeIfAbsent(schema, name -> new LinkedHashSet<>()).add(operation.call());
      }
    }
  }

  private void follow(String ref, Set<String> reached) {
    if (reached.add(ref)) {
      Set<String> further = next.get(ref);
      if (further == null) {
        Node target = spec.target(ref);
        further = target == null ? Set.of() : refs(target);
        next.put(ref, further);
      }
      further.forEach(each -> follow(each, reached));
    }
  }

  private static Set<String> refs(Node at) {
    Set<String> refs = new LinkedHashSet<>();
    refs(at, refs);
    return refs;
  }

  private static void refs(Node at, Set<String> refs) {
    String ref = Nodes.text(at, "$ref");
    if (ref != null) {
      refs.add(ref);
    }
    Nodes.entries(at).forEach(entry -> refs(entry.value(), refs));
    Nodes.items(at).forEach(item -> refs(item, refs));
  }

  /** For example {@code " (GET /v2/access/chats)"}, or nothing when no operation uses it. */
  public String of(String schema) {
    Set<String> found = operations.getOrDefault(schema, Set.of());
    return found.isEmpty() ? "" : " (" + String.join(", ", found) + ")";
  }

  /** Whether a request can hold it. */
  public boolean isSent(String schema) {
    return sent.contains(schema);
  }

  /** Whether a response can hold it. */
  public boolean isReceived(String schema) {
    return received.contains(schema);
  }
}
