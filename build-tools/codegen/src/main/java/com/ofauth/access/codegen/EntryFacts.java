package com.ofauth.access.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the templates need to know of an entry: the operations of one tag. */
final class EntryFacts {
  private final String description;
  private final List<OperationFacts> operations = new ArrayList<>();

  EntryFacts(String description) {
    this.description = description;
  }

  void add(OperationFacts operation) {
    operations.add(operation);
  }

  Map<String, Object> ofEntry() {
    return Map.of(
        "description", JavadocText.escape(description),
        "imports", imports(),
        "lists", operations(true),
        "objects", operations(false));
  }

  private Set<String> imports() {
    Set<String> imports = new TreeSet<>();
    operations.forEach(operation -> imports.addAll(operation.imports()));
    return imports;
  }

  private List<Map<String, Object>> operations(boolean paged) {
    return operations.stream()
        .filter(operation -> operation.isPaged() == paged)
        .map(OperationFacts::ofOperation)
        .toList();
  }
}
