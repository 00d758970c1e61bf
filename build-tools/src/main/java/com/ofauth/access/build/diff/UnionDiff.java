package com.ofauth.access.build.diff;

import com.ofauth.access.build.diff.SchemaDiff.Site;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Shape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Compares unions by what their members are; the order of the members means nothing. */
final class UnionDiff {
  private UnionDiff() {}

  static void compare(Changes changes, Site site, Node was, Node is) {
    Map<String, Node> before = members(was);
    Map<String, Node> after = members(is);
    before.forEach(
        (member, node) -> {
          Node now = after.get(member);
          if (now == null) {
            changes.gone(
                site.direction().narrowed() == Impact.BREAKING ? Impact.BREAKING : onlyJava(site),
                node,
                site.subject(),
                site.label() + " is never " + member + " any more" + site.reach());
          } else {
            Trees.rest(changes, site.label() + " as " + member, node, now, typeKeys());
          }
        });
    after.forEach(
        (member, node) -> {
          if (!before.containsKey(member)) {
            changes.here(
                site.direction().widened(),
                node,
                site.subject(),
                site.label() + " can be " + member + " too" + site.reach());
          }
        });
    Trees.rest(changes, site.label(), was, is, ValueDiff.judgedWith("oneOf", "anyOf"));
  }

  /** The service promises more, but the accessors of the member are gone from the class. */
  private static Impact onlyJava(Site site) {
    return site.direction() == SchemaDiff.Direction.RESPONSE ? Impact.BREAKING : Impact.ADDITIVE;
  }

  private static Collection<String> typeKeys() {
    return ValueDiff.judgedWith("$ref");
  }

  private static Map<String, Node> members(Node union) {
    Map<String, Node> members = new LinkedHashMap<>();
    for (String key : new String[] {"oneOf", "anyOf"}) {
      for (Node member : Nodes.items(Nodes.get(union, key))) {
        String name = SchemaDiff.name(member);
        String format = Nodes.text(member, "format");
        members.put(
            name != null ? name : Shape.of(member) + (format == null ? "" : " (" + format + ")"),
            member);
      }
    }
    return members;
  }
}
