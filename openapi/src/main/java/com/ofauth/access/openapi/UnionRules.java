package com.ofauth.access.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The reader of a union looks at one JSON token and knows the member: no two members may be of the
 * same kind.
 */
final class UnionRules implements Rule {

  private static final Set<String> ALL = Set.of("boolean", "string", "number", "object", "array");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    for (SchemaSite site : spec.schemas()) {
      for (String keyword : List.of("oneOf", "anyOf")) {
        Nodes.Entry union = Nodes.entry(site.node(), keyword);
        if (union != null) {
          shape(site, union, findings);
          members(spec, site, union, findings);
        }
      }
      Nodes.Entry not = Nodes.entry(site.node(), "not");
      if (not != null) {
        findings.add(
            not.keyNode(),
            "union-shape",
            site.label(),
            "no Java type says \"not\"; describe the restriction instead");
      }
    }
  }

  private static void shape(SchemaSite site, Nodes.Entry union, Findings findings) {
    if (Nodes.items(union.value()).size() < 2) {
      findings.add(
          union.keyNode(),
          "union-shape",
          site.label(),
          "one member makes no union; use that schema itself");
    }
    for (String sibling :
        List.of("type", "properties", "items", "enum", "allOf", "oneOf", "anyOf")) {
      if (!sibling.equals(union.key()) && Nodes.has(site.node(), sibling)) {
        findings.add(
            union.keyNode(),
            "union-shape",
            site.label(),
            "it stands beside \""
                + sibling
                + "\", and a union class holds a member and nothing else; separate them");
      }
    }
  }

  private static void members(
      SpecDocument spec, SchemaSite site, Nodes.Entry union, Findings findings) {
    Map<String, Integer> lines = new HashMap<>();
    Set<String> refs = new HashSet<>();
    for (Node member : Nodes.items(union.value())) {
      String ref = Nodes.text(member, "$ref");
      if (ref != null && !refs.add(ref)) {
        findings.add(
            member,
            "union-member",
            site.label() + " " + ref,
            "the same member stands there twice; remove one");
        continue;
      }
      if (Nodes.isTrue(Nodes.get(spec.follow(member), "nullable"))) {
        findings.add(
            member,
            "union-member",
            site.label() + (ref == null ? "" : " " + ref),
            "null tells no member; remove \"nullable\" and make the property optional where nothing is sent");
      }
      for (String token : new TreeSet<>(tokens(spec, member, new HashSet<>()))) {
        Integer first = lines.putIfAbsent(token, Nodes.line(member));
        if (first != null) {
          findings.add(
              member,
              "union-member",
              site.label() + (ref == null ? "" : " " + ref),
              "like the member on line "
                  + first
                  + " it can be JSON of the kind "
                  + token
                  + ", so a reader can not tell them apart; make one schema of both, with optional properties");
          break;
        }
      }
    }
  }

  private static Set<String> tokens(SpecDocument spec, Node schema, Set<Node> visited) {
    Node node = spec.follow(schema);
    if (!visited.add(node)) {
      return Set.of();
    }
    Set<String> tokens = new HashSet<>();
    for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
      for (Node member : Nodes.items(Nodes.get(node, keyword))) {
        tokens.addAll(tokens(spec, member, visited));
      }
    }
    String token = token(Nodes.text(node, "type"));
    if (token != null) {
      tokens.add(token);
    }
    return tokens.isEmpty() ? ALL : tokens;
  }

  private static @Nullable String token(@Nullable String type) {
    return "integer".equals(type) ? "number" : type;
  }
}
