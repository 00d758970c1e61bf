package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
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
      scalar(node);
      if (node instanceof MappingNode) {
        keys(node);
      } else if (node instanceof SequenceNode sequence) {
        sequence.getValue().forEach(this::visit);
      }
    }

    /** Words that YAML 1.1 takes for booleans, and the generator's reader too. */
    private void scalar(Node node) {
      String text = Nodes.text(node);
      if (Tag.BOOL.equals(node.getTag()) && text != null && !text.matches("true|false")) {
        findings.add(
            node,
            "yaml-boolean",
            text,
            "some YAML readers make true or false of it; put it in quotes, or write true or false");
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
        key(entry.keyNode());
        visit(entry.value());
      }
    }

    private void key(Node key) {
      boolean status =
          Tag.INT.equals(key.getTag()) && String.valueOf(Nodes.text(key)).matches("[1-9]\\d*");
      if (!Tag.STR.equals(key.getTag()) && !status) {
        findings.add(
            key,
            "yaml-key",
            String.valueOf(Nodes.text(key)),
            "a YAML reader takes it for something else than text, and writes it otherwise; put it in quotes");
      }
    }
  }
}
