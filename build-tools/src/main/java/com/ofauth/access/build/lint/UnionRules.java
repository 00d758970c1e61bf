package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SchemaSite;
import com.ofauth.access.build.spec.SchemaView;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The reader of a union looks at one JSON token and knows the member: no two members may be of the
 * same kind.
 */
final class UnionRules implements Rule {

  static final String MEMBER = "union-member";

  private static final List<String> COMPOSING = List.of("oneOf", "anyOf", "allOf");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    for (SchemaSite site : spec.schemas()) {
      Nodes.Entry union = Nodes.entry(site.node(), "oneOf");
      if (union != null) {
        shape(site, union, findings);
        members(spec, site, union, findings);
      }
      Nodes.Entry any = Nodes.entry(site.node(), "anyOf");
      if (any != null) {
        findings.add(
            any.keyNode(),
            "union-shape",
            site.label(),
            "a value could be several members of an \"anyOf\" at once; write \"oneOf\"");
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
    for (String sibling : List.of("type", "properties", "items", "enum", "allOf", "anyOf")) {
      if (Nodes.has(site.node(), sibling)) {
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
            MEMBER,
            site.label() + " " + ref,
            "the same member stands there twice; remove one");
        continue;
      }
      String offender = site.label() + (ref == null ? "" : " " + ref);
      if (Nodes.isTrue(Nodes.get(spec.follow(member), "nullable"))) {
        findings.add(
            member,
            MEMBER,
            offender,
            "null tells no member; remove \"nullable\" and make the property optional where nothing is sent");
      }
      String token = token(spec, member);
      if (token == null) {
        findings.add(
            member,
            MEMBER,
            offender,
            "it is none of boolean, number, string without format and enum, and object with properties; make it one of"
                + " these, or leave the type of the union out to take any JSON");
        continue;
      }
      Integer first = lines.putIfAbsent(token, Nodes.line(member));
      if (first != null) {
        findings.add(
            member,
            MEMBER,
            offender,
            "like the member on line "
                + first
                + " it is JSON of the kind "
                + token
                + ", so a reader can not tell them apart; make one schema of both, with optional properties");
      }
    }
  }

  /** The kind of JSON token that a member begins with, or null if no reader is generated for it. */
  private static @Nullable String token(SpecDocument spec, Node member) {
    if (SchemaView.isObjectClass(spec, member)) {
      return "object";
    }
    Node node = spec.follow(member);
    String type = Nodes.text(node, "type");
    if (type == null || COMPOSING.stream().anyMatch(keyword -> Nodes.has(node, keyword))) {
      return null;
    }
    return switch (type) {
      case "boolean" -> type;
      case "integer", "number" -> "number";
      case "string" -> Nodes.has(node, "format") || Nodes.has(node, "enum") ? null : type;
      default -> null;
    };
  }
}
