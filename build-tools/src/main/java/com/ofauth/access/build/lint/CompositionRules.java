package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SchemaSite;
import com.ofauth.access.build.spec.SchemaSite.Place;
import com.ofauth.access.build.spec.SchemaView;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** What is made of other schemas has an end, and loses nothing of them. */
final class CompositionRules implements Rule {

  static final String PART = "all-of-part";

  @Override
  public void check(SpecDocument spec, Findings findings) {
    for (SchemaSite site : spec.schemas()) {
      Nodes.Entry allOf = Nodes.entry(site.node(), "allOf");
      if (allOf != null) {
        parts(spec, site, allOf, findings);
      }
      if (site.is(Place.NAMED) && holdsItself(spec, site.node())) {
        findings.add(
            site.node(),
            "schema-recursion",
            site.label(),
            "an array or map of itself has no Java type; put an object with properties between, or leave the type out");
      }
    }
  }

  private static void parts(
      SpecDocument spec, SchemaSite site, Nodes.Entry allOf, Findings findings) {
    for (Node part : Nodes.items(allOf.value())) {
      String why = refusal(spec, site, part);
      if (why != null) {
        String ref = Nodes.text(part, "$ref");
        findings.add(part, PART, site.label() + (ref == null ? "" : " " + ref), why);
      }
    }
    if (!site.is(Place.PART) && !SchemaView.isObjectClass(spec, site.node())) {
      findings.add(
          allOf.keyNode(),
          PART,
          site.label(),
          "all of it together has no properties, so that no class is made of it; add some, or use one schema itself");
    }
  }

  private static @Nullable String refusal(SpecDocument spec, SchemaSite site, Node part) {
    Node node = spec.follow(part);
    if (isWithin(spec, site.node(), node, new HashSet<>())) {
      return "it is a part of itself; remove the circle";
    }
    for (String keyword : Set.of("oneOf", "anyOf", "enum", "items")) {
      if (Nodes.has(node, keyword)) {
        return "its \""
            + keyword
            + "\" would be lost, the parts of an \"allOf\" are objects with properties; make it"
            + " a property";
      }
    }
    if (!Nodes.has(node, "allOf") && !"object".equals(Nodes.text(node, "type"))) {
      return "the parts of an \"allOf\" are objects with properties; add \"type: object\", or make it a property";
    }
    return null;
  }

  private static boolean isWithin(SpecDocument spec, Node sought, Node part, Set<Node> visited) {
    if (part.equals(sought)) {
      return true;
    }
    return visited.add(part)
        && Nodes.items(Nodes.get(part, "allOf")).stream()
            .anyMatch(inner -> isWithin(spec, sought, spec.follow(inner), visited));
  }

  /** Whether one comes back to an array or map by way of nothing but items and values. */
  private static boolean holdsItself(SpecDocument spec, Node start) {
    Set<Node> visited = new HashSet<>();
    Node at = inner(spec, start);
    while (at != null && !at.equals(start) && visited.add(at)) {
      at = inner(spec, at);
    }
    return start.equals(at);
  }

  private static @Nullable Node inner(SpecDocument spec, Node node) {
    Node inner = Nodes.get(node, "items");
    if (inner == null && !Nodes.has(node, "properties")) {
      inner = Nodes.get(node, "additionalProperties");
    }
    return inner == null ? null : spec.follow(inner);
  }
}
