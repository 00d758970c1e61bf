package com.ofauth.access.build.diff;

import com.ofauth.access.build.diff.SchemaDiff.Direction;
import com.ofauth.access.build.diff.SchemaDiff.Site;
import com.ofauth.access.build.spec.JavaNames;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SchemaView;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Compares objects property by property, their {@code allOf} laid flat. */
final class ObjectDiff {
  private final SpecDocument before;
  private final SpecDocument after;
  private final SchemaDiff schemas;
  private final Changes changes;

  ObjectDiff(SpecDocument before, SpecDocument after, SchemaDiff schemas, Changes changes) {
    this.before = before;
    this.after = after;
    this.schemas = schemas;
    this.changes = changes;
  }

  void compare(Site site, Node was, Node is) {
    SchemaView one = SchemaView.of(before, was);
    SchemaView other = SchemaView.of(after, is);
    for (Nodes.Entry property : one.properties()) {
      Nodes.Entry now = find(other, property.key());
      if (now == null) {
        gone(site, one, other, property);
      } else {
        required(site, one, other, now);
        schemas.compare(
            site.at(accessor(site, now.key()), now.key()), property.value(), now.value());
      }
    }
    for (Nodes.Entry property : other.properties()) {
      if (find(one, property.key()) == null) {
        added(site, other, property);
      }
    }
    parts(site, was, is);
    Trees.rest(
        changes,
        site.label(),
        was,
        is,
        ValueDiff.judgedWith("properties", "required", "allOf", "additionalProperties"));
    additionalProperties(site, was, is);
  }

  private void gone(Site site, SchemaView one, SchemaView other, Nodes.Entry property) {
    String heir = onlyNewOfSameType(one, other, property);
    changes.gone(
        Impact.BREAKING,
        property.keyNode(),
        property.key(),
        accessor(site, property.key())
            + " is gone: "
            + property.key()
            + (site.direction() == Direction.RESPONSE
                ? " is no longer received"
                : " is no longer taken")
            + (heir == null ? "" : "; perhaps it is called " + heir + " now")
            + site.reach());
  }

  private void added(Site site, SchemaView other, Nodes.Entry property) {
    boolean mustBeSent = site.direction() == Direction.REQUEST && other.isRequired(property.key());
    changes.here(
        mustBeSent ? Impact.BREAKING : Impact.ADDITIVE,
        property.keyNode(),
        property.key(),
        accessor(site, property.key())
            + " is new"
            + (mustBeSent ? " and has to be sent" : "")
            + site.reach());
  }

  private void required(Site site, SchemaView one, SchemaView other, Nodes.Entry now) {
    boolean was = one.isRequired(now.key());
    boolean is = other.isRequired(now.key());
    if (was != is) {
      changes.here(
          is ? site.direction().narrowed() : site.direction().widened(),
          now.keyNode(),
          now.key(),
          accessor(site, now.key())
              + (is ? " is always there now" : " can be absent now")
              + site.reach());
    }
  }

  /** What the parts of an {@code allOf} say besides their properties. */
  private void parts(Site site, Node was, Node is) {
    List<Node> before2 = Nodes.items(Nodes.get(was, "allOf"));
    List<Node> after2 = Nodes.items(Nodes.get(is, "allOf"));
    for (int i = 0; i < Math.min(before2.size(), after2.size()); i++) {
      Trees.rest(
          changes,
          site.label(),
          before2.get(i),
          after2.get(i),
          Set.of("$ref", "type", "properties", "required"));
    }
    if (before2.size() != after2.size()) {
      changes.here(
          Impact.COSMETIC,
          is,
          site.subject(),
          site.label() + " is put together from other parts: what it holds is told apart");
    }
  }

  private void additionalProperties(Site site, Node was, Node is) {
    Node one = Nodes.get(was, "additionalProperties");
    Node other = Nodes.get(is, "additionalProperties");
    if (one != null && other != null && Nodes.text(one) == null && Nodes.text(other) == null) {
      schemas.compare(site.at("a value of " + site.label(), site.subject()), one, other);
    } else if (!Trees.same(one, other)) {
      changes.here(
          Impact.BREAKING,
          is,
          site.subject(),
          site.label() + " has another rule for further properties" + site.reach());
    }
  }

  private static @Nullable String onlyNewOfSameType(
      SchemaView one, SchemaView other, Nodes.Entry gone) {
    List<String> heirs =
        other.properties().stream()
            .filter(entry -> find(one, entry.key()) == null)
            .filter(entry -> sameType(entry.value(), gone.value()))
            .map(Nodes.Entry::key)
            .toList();
    return heirs.size() == 1 ? heirs.get(0) : null;
  }

  private static boolean sameType(Node a, Node b) {
    return Trees.same(Nodes.get(a, "type"), Nodes.get(b, "type"))
        && Trees.same(Nodes.get(a, "$ref"), Nodes.get(b, "$ref"));
  }

  private static Nodes.@Nullable Entry find(SchemaView view, String name) {
    for (Nodes.Entry entry : view.properties()) {
      if (entry.key().equals(name)) {
        return entry;
      }
    }
    return null;
  }

  /** The Java accessor, as users call it. */
  private static String accessor(Site site, String property) {
    return site.label() + "." + JavaNames.accessor(property) + "()";
  }
}
