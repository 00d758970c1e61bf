package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Compares parts of two documents as they are written, references not followed. */
final class Trees {
  /** Keys that document or name in Java and bind nobody on the wire, wherever they stand. */
  private static final Set<String> PROSE =
      Set.of(
          "description",
          "summary",
          "title",
          "example",
          "examples",
          "externalDocs",
          "x-ofauth-name",
          "x-ofauth-values");

  private Trees() {}

  static boolean same(@Nullable Node one, @Nullable Node other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    if (one instanceof ScalarNode a && other instanceof ScalarNode b) {
      return a.getValue().equals(b.getValue()) && a.getTag().equals(b.getTag());
    }
    if (one instanceof MappingNode && other instanceof MappingNode) {
      Set<String> keys = keys(one, other);
      return Nodes.entries(one).size() == Nodes.entries(other).size()
          && keys.stream().allMatch(key -> same(Nodes.get(one, key), Nodes.get(other, key)));
    }
    List<Node> a = Nodes.items(one);
    List<Node> b = Nodes.items(other);
    if (one.getClass() != other.getClass() || a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The keys of both, in their order, those that are gone last. */
  static Set<String> keys(@Nullable Node was, @Nullable Node is) {
    Set<String> keys = new LinkedHashSet<>();
    Nodes.entries(is).forEach(entry -> keys.add(entry.key()));
    Nodes.entries(was).forEach(entry -> keys.add(entry.key()));
    return keys;
  }

  /** The texts of a list, sorted. */
  static Set<String> texts(@Nullable Node list) {
    Set<String> texts = new TreeSet<>();
    for (Node item : Nodes.items(list)) {
      texts.add(String.valueOf(Nodes.text(item)));
    }
    return texts;
  }

  /**
   * Looks at all keys but those that the caller has judged: prose is cosmetic, and what no rule
   * knows counts as breaking, so that nothing slips through.
   */
  static void rest(Changes changes, String label, Node was, Node is, Collection<String> judged) {
    for (String key : keys(was, is)) {
      if (judged.contains(key) || same(Nodes.get(was, key), Nodes.get(is, key))) {
        continue;
      }
      boolean prose = PROSE.contains(key);
      String text =
          prose
              ? label + ": " + key + " reads differently"
              : label + ": \"" + key + "\" changed, which no rule knows; take it for breaking";
      Impact impact = prose ? Impact.COSMETIC : Impact.BREAKING;
      Nodes.Entry entry = Nodes.entry(is, key);
      if (entry != null) {
        changes.here(impact, entry.keyNode(), key, text);
      } else {
        Nodes.Entry old = Nodes.entry(was, key);
        changes.gone(impact, old == null ? was : old.keyNode(), key, text);
      }
    }
  }
}
