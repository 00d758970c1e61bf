package com.ofauth.access.build.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML nodes as the JSON-like tree that an OpenAPI document is. What is absent or of another
 * kind reads as nothing, so that a rule can look for what it is about without asking at each step.
 */
public final class Nodes {

  private Nodes() {}

  /** One member of a mapping. The key is a node too: it knows its line. */
  public record Entry(Node keyNode, String key, Node value) {}

  public static List<Entry> entries(@Nullable Node node) {
    List<Entry> entries = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          entries.add(new Entry(key, key.getValue(), tuple.getValueNode()));
        }
      }
    }
    return entries;
  }

  public static @Nullable Entry entry(@Nullable Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return new Entry(name, key, tuple.getValueNode());
        }
      }
    }
    return null;
  }

  public static @Nullable Node get(@Nullable Node node, String... path) {
    Node at = node;
    for (String key : path) {
      Entry entry = entry(at, key);
      if (entry == null) {
        return null;
      }
      at = entry.value();
    }
    return at;
  }

  public static boolean has(@Nullable Node node, String key) {
    return entry(node, key) != null;
  }

  public static List<Node> items(@Nullable Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
  }

  public static @Nullable String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  public static @Nullable String text(@Nullable Node node, String key) {
    return text(get(node, key));
  }

  public static boolean isString(Node node) {
    return node instanceof ScalarNode && Tag.STR.equals(node.getTag());
  }

  public static boolean isTrue(@Nullable Node node) {
    return node instanceof ScalarNode scalar
        && Tag.BOOL.equals(node.getTag())
        && scalar.getValue().equalsIgnoreCase("true");
  }

  public static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
