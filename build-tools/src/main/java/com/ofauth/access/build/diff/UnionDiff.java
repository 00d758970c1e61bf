package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Compares unions by what their members are; the order of the members means nothing. */
final class UnionDiff {
  private final SchemaDiff schemas;
  private final Changes changes;

  UnionDiff(SchemaDiff schemas, Changes changes) {
    this.schemas = schemas;
    this.changes = changes;
  }

  void compare(Site site, Node was, Node is) {
    Map<String, Node> before = members(was);
    Map<String, Node> after = members(is);
    before.forEach(
        (member, node) -> {
          Node now = after.get(member);
          if (now == null) {
            // The accessor of the member is gone from the class, whoever sends it.
            changes.gone(
                site.direction().impact(Extent.NARROWER),
                Impact.BREAKING,
                node,
                site,
                site.label() + " is never " + member + " any more");
          } else {
            schemas.compare(site.at(site.label() + " as " + member, site.subject()), node, now);
          }
        });
    after.forEach(
        (member, node) -> {
          if (!before.containsKey(member)) {
            changes.here(
                site.direction().impact(Extent.WIDER),
                Impact.ADDITIVE,
                node,
                site,
                site.label() + " can be " + member + " too");
          }
        });
    Trees.rest(changes, site.label(), was, is, ValueDiff.judgedWith("oneOf", "anyOf"));
  }

  private static Map<String, Node> members(Node union) {
    Map<String, Node> members = new LinkedHashMap<>();
    for (String key : List.of("oneOf", "anyOf")) {
      for (Node member : Nodes.items(Nodes.get(union, key))) {
        String name = SchemaDiff.name(member);
        members.put(name != null ? name : Shape.of(member).toString(), member);
      }
    }
    return members;
  }
}
