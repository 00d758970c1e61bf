package com.ofauth.access.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The file as YAML, and its version: what all tools must read in the same way. */
final class DocumentRules {

  static final String ANCHOR = "yaml-anchor";

  private DocumentRules() {}

  static void check(Node root, Findings findings) {
    Node version = Nodes.get(root, "openapi");
    String text = Nodes.text(version);
    if (version == null || text == null || !text.matches("3\\.0\\.\\d+")) {
      findings.add(
          version == null ? root : version,
          "openapi-version",
          String.valueOf(text),
          "the templates and the tools that compare specs know OpenAPI 3.0 only; write \"openapi: 3.0.3\"");
    }
    new TreeCheck(findings).visit(root);
  }

  private static final class TreeCheck {

    private final Findings findings;
    private final Set<Node> visited = new HashSet<>();

    TreeCheck(Findings findings) {
      this.findings = findings;
    }

    void visit(Node node) {
      if (!visited.add(node)) {
        return;
      }
      if (node.getAnchor() != null) {
        findings.add(
            node,
            ANCHOR,
            "&" + node.getAnchor(),
            "some YAML readers take an alias for text; use $ref to a component, or write it out");
      }
      if (Tag.TIMESTAMP.equals(node.getTag())) {
        findings.add(
            node,
            "yaml-timestamp",
            String.valueOf(Nodes.text(node)),
            "some YAML readers make a date of it; put it in quotes to keep it text");
      }
      if (node instanceof MappingNode) {
        keys(node);
      } else if (node instanceof SequenceNode sequence) {
        sequence.getValue().forEach(this::visit);
      }
    }

    private void keys(Node mapping) {
      Map<String, Integer> lines = new HashMap<>();
      for (Nodes.Entry entry : Nodes.entries(mapping)) {
        Integer first = lines.putIfAbsent(entry.key(), Nodes.line(entry.keyNode()));
        if (first != null) {
          findings.add(
              entry.keyNode(),
              "duplicate-key",
              entry.key(),
              "the same key stands on line "
                  + first
                  + ", and a reader keeps only one of them; merge or rename them");
        }
        visit(entry.value());
      }
    }
  }
}
