package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What of the document the answers of a provider showed: fields, words and nulls. Only what was
 * seen is proven.
 */
final class Coverage {
  private final Spec spec;
  private final List<String> secrets;
  private final NavigableSet<String> seen = new TreeSet<>();
  private final NavigableSet<String> all = new TreeSet<>();

  /**
   * Makes one that has seen nothing.
   *
   * @param secrets are not told, even if a provider has them in the name of a field
   */
  Coverage(Spec spec, List<String> secrets) {
    this.spec = spec;
    this.secrets = secrets;
  }

  /** There is an operation to cover. */
  void expect(Spec.Operation operation) {
    String schema = operation.schemaName(200);
    if (!schema.isEmpty()) {
      expect(spec.schema(schema), operation.id() + " " + Paths.ROOT);
    }
  }

  private void expect(Schema schema, String path) {
    if (schema.nullable()) {
      all.add(path + " null");
    }
    schema.words().forEach(word -> all.add(path + "=" + word));
    if (schema.isArray()) {
      expect(schema.items(), path + "[*]");
    }
    for (Map.Entry<String, Schema> property : schema.properties().entrySet()) {
      String child = Paths.child(path, property.getKey());
      all.add(child);
      expect(property.getValue(), child);
    }
  }

  /** An operation was answered with a body. */
  void add(Spec.Operation operation, JsonNode body) {
    add(spec.schema(operation.schemaName(200)), body, operation.id() + " " + Paths.ROOT);
  }

  private void add(Schema schema, JsonNode value, String path) {
    if (value.isNull()) {
      seen.add(path + " null");
    } else if (value.isArray() && schema.isArray()) {
      value.forEach(item -> add(schema.items(), item, path + "[*]"));
    } else if (value.isTextual() && !schema.words().isEmpty()) {
      boolean known = schema.words().contains(value.asText());
      seen.add(path + (known ? "=" + value.asText() : NEW_WORD));
    } else if (value.isObject() && schema.isObject()) {
      Map<String, Schema> properties = schema.properties();
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        Schema property = properties.get(field.getKey());
        String child = Paths.child(path, name(field.getKey(), property != null));
        seen.add(property == null ? child + NEW_FIELD : child);
        if (property != null) {
          add(property, field.getValue(), child);
        }
      }
    }
  }

  private static final String NEW_WORD = " a word that the document does not have";
  private static final String NEW_FIELD = " a field that the document does not have";

  /** A name that could be a value, such as an id, is not told. */
  private String name(String name, boolean known) {
    boolean harmless =
        name.matches("[A-Za-z_]{1,40}") && secrets.stream().noneMatch(name::contains);
    return known || harmless ? name : "(a name)";
  }

  /** Everything that was seen, sorted. */
  NavigableSet<String> seen() {
    return new TreeSet<>(seen);
  }

  /** What the document has and no answer showed, sorted. */
  NavigableSet<String> neverSeen() {
    NavigableSet<String> rest = new TreeSet<>(all);
    rest.removeAll(seen);
    return rest;
  }

  /** What answers showed and the document does not have. */
  List<String> unknown() {
    return seen.stream().filter(one -> one.endsWith(NEW_FIELD) || one.endsWith(NEW_WORD)).toList();
  }

  /** In one line. */
  String summary() {
    List<String> parts = new ArrayList<>();
    parts.add(part("fields", all.stream().filter(Coverage::isField).toList()));
    parts.add(part("words", all.stream().filter(one -> one.contains("=")).toList()));
    parts.add(part("nulls", all.stream().filter(one -> one.endsWith(" null")).toList()));
    return String.join(", ", parts);
  }

  private static boolean isField(String one) {
    return !one.contains("=") && !one.endsWith(" null");
  }

  private String part(String name, Collection<String> of) {
    return "%d of %d %s".formatted(of.stream().filter(seen::contains).count(), of.size(), name);
  }
}
