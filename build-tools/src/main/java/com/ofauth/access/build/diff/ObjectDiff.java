package com.ofauth.access.build.diff;

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
  /** What is judged of the part of an {@code allOf}, with the object that it is a part of. */
  private static final Set<String> PART_KEYS =
      ValueDiff.judgedWith("$ref", "properties", "required", "additionalProperties");

  private final SpecDocument before;
  private final SpecDocument after;
  private final SchemaDiff schemas;
  private final Changes changes;
  private final ValueDiff values;

  ObjectDiff(
      SpecDocument before,
      SpecDocument after,
      SchemaDiff schemas,
      ValueDiff values,
      Changes changes) {
    this.before = before;
    this.after = after;
    this.schemas = schemas;
    this.changes = changes;
    this.values = values;
  }

  void compare(Site site, Node was, Node is) {
    SchemaView one = SchemaView.of(before, was);
    SchemaView other = SchemaView.of(after, is);
    for (Nodes.Entry property : one.properties()) {
      Nodes.Entry now = find(other, property.key());
      if (now == null) {
        gone(site, one, other, property, isClosed(is));
      } else {
        required(site, one, other, now);
        schemas.compare(
            site.at(accessor(site, now.key()), now.key()), property.value(), now.value());
      }
    }
    for (Nodes.Entry property : other.properties()) {
      if (find(one, property.key()) == null) {
        added(site, other, property, isClosed(was));
      }
    }
    parts(site, was, is);
    Trees.rest(
        changes,
        site.label(),
        was,
        is,
        ValueDiff.judgedWith("properties", "required", "allOf", "additionalProperties"));
    furtherProperties(site, was, is);
  }

  /**
   * @param closed whether values with this property are not legal any more
   */
  private void gone(
      Site site, SchemaView one, SchemaView other, Nodes.Entry property, boolean closed) {
    String heir = onlyNewOfSameType(one, other, property);
    boolean missed = site.direction().isReceived() && one.isRequired(property.key());
    boolean refused = site.direction().isSent() && closed;
    changes.gone(
        missed || refused ? Impact.BREAKING : Impact.ADDITIVE,
        Impact.BREAKING,
        property.keyNode(),
        site.at(site.label(), property.key()),
        accessor(site, property.key())
            + " is gone: "
            + property.key()
            + (site.direction().isReceived() ? " is no longer received" : " is no longer taken")
            + (heir == null ? "" : "; perhaps it is called " + heir + " now"));
  }

  /**
   * @param closed whether values with this property were not legal before
   */
  private void added(Site site, SchemaView other, Nodes.Entry property, boolean closed) {
    boolean mustBeSent = site.direction().isSent() && other.isRequired(property.key());
    boolean unexpected = site.direction().isReceived() && closed;
    changes.here(
        mustBeSent || unexpected ? Impact.BREAKING : Impact.ADDITIVE,
        Impact.ADDITIVE,
        property.keyNode(),
        site.at(site.label(), property.key()),
        accessor(site, property.key())
            + " is new"
            + (mustBeSent ? " and has to be sent" : "")
            + (unexpected ? ", where nothing new was allowed" : ""));
  }

  private void required(Site site, SchemaView one, SchemaView other, Nodes.Entry now) {
    boolean was = one.isRequired(now.key());
    boolean is = other.isRequired(now.key());
    if (was != is) {
      String text =
          site.direction() == Direction.REQUEST
              ? (is ? " has to be sent now" : " can be left out now")
              : (is ? " is always there now" : " can be absent now");
      changes.here(
          site.direction().impact(Extent.of(was)),
          Impact.COSMETIC,
          now.keyNode(),
          site.at(site.label(), now.key()),
          accessor(site, now.key()) + text);
    }
  }

  /** What the parts of an {@code allOf} say besides their properties. */
  private void parts(Site site, Node was, Node is) {
    List<Node> before2 = Nodes.items(Nodes.get(was, "allOf"));
    List<Node> after2 = Nodes.items(Nodes.get(is, "allOf"));
    for (int i = 0; i < Math.min(before2.size(), after2.size()); i++) {
      Trees.rest(changes, site.label(), before2.get(i), after2.get(i), PART_KEYS);
      values.compare(site, before2.get(i), after2.get(i));
      furtherProperties(site, before2.get(i), after2.get(i));
    }
    if (before2.size() != after2.size()) {
      changes.here(
          Impact.COSMETIC,
          Impact.COSMETIC,
          is,
          site,
          site.label() + " is put together from other parts: what it holds is told apart");
    }
  }

  private void furtherProperties(Site site, Node was, Node is) {
    Node one = Nodes.get(was, "additionalProperties");
    Node other = Nodes.get(is, "additionalProperties");
    if (isSchema(one) && isSchema(other) && one != null && other != null) {
      schemas.compare(site.at("a value of " + site.label(), site.subject()), one, other);
      return;
    }
    int before2 = room(one);
    int after2 = room(other);
    if (before2 != after2) {
      // A map without properties is of another Java type when its values are.
      boolean map = !Nodes.has(was, "properties") && !Nodes.has(was, "allOf");
      changes.here(
          site.direction().impact(Extent.of(after2 > before2)),
          site.isModel() && map ? Impact.BREAKING : Impact.COSMETIC,
          is,
          site,
          site.label()
              + (after2 > before2 ? " takes more" : " takes fewer")
              + " further properties");
    }
  }

  private static boolean isSchema(@Nullable Node rule) {
    return rule != null && Nodes.text(rule) == null && !Nodes.entries(rule).isEmpty();
  }

  private static boolean isClosed(Node schema) {
    return room(Nodes.get(schema, "additionalProperties")) == 0
        || Nodes.items(Nodes.get(schema, "allOf")).stream().anyMatch(ObjectDiff::isClosed);
  }

  /** 0 for no further property, 1 for those of one schema, 2 for any. */
  private static int room(@Nullable Node rule) {
    return isSchema(rule) ? 1 : "false".equals(Nodes.text(rule)) ? 0 : 2;
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
