package com.ofauth.access.build.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * An OpenAPI document as the rules see it: the YAML nodes with their lines, and what they mean
 * together.
 */
public final class SpecDocument {

  private final Node root;
  private final List<Operation> operations;
  private final List<SchemaSite> schemas;

  public SpecDocument(Node root) {
    this.root = root;
    this.operations = Operation.in(root);
    this.schemas = SchemaWalk.of(root, operations);
  }

  public Node root() {
    return root;
  }

  public List<Operation> operations() {
    return operations;
  }

  public List<SchemaSite> schemas() {
    return schemas;
  }

  /** The security scheme of a name, or null. */
  public @Nullable Node scheme(String name) {
    return Nodes.get(root, "components", "securitySchemes", name);
  }

  /** The node that a {@code $ref} names, or null when there is none, or it is in another file. */
  public @Nullable Node target(String ref) {
    if (!ref.startsWith("#/")) {
      return null;
    }
    return at(root, Pointers.keys(ref.substring(1)));
  }

  /**
   * The node at the end of a chain of references; the node itself when it is no reference or leads
   * nowhere.
   */
  public Node follow(Node node) {
    Node at = node;
    Set<String> seen = new HashSet<>();
    String ref = Nodes.text(at, "$ref");
    while (ref != null && seen.add(ref)) {
      Node target = target(ref);
      if (target == null) {
        return at;
      }
      at = target;
      ref = Nodes.text(at, "$ref");
    }
    return at;
  }

  /** The node at the end of a path of keys and indexes, or null. */
  public static @Nullable Node at(Node from, List<String> keys) {
    Node at = from;
    for (String key : keys) {
      Node next = Nodes.get(at, key);
      List<Node> items = Nodes.items(at);
      if (next == null && key.matches("\\d{1,9}") && Integer.parseInt(key) < items.size()) {
        next = items.get(Integer.parseInt(key));
      }
      if (next == null) {
        return null;
      }
      at = next;
    }
    return at;
  }
}
