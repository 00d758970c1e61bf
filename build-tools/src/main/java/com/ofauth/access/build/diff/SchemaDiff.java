package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Reach;
import com.ofauth.access.build.spec.Shape;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Compares the schemas of two documents. What a request may hold has to stay as wide as it was,
 * what a response may hold as narrow; a schema that both use is held to both.
 */
final class SchemaDiff {
  private static final String SCHEMAS = "#/components/schemas/";

  private final SpecDocument before;
  private final SpecDocument after;
  private final Changes changes;
  private final Reach wasReach;
  private final Reach isReach;
  private final ObjectDiff objects;
  private final UnionDiff unions;
  private final ValueDiff values;
  private final Set<List<Object>> compared = new HashSet<>();

  SchemaDiff(SpecDocument before, SpecDocument after, Changes changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.wasReach = new Reach(before);
    this.isReach = new Reach(after);
    this.values = new ValueDiff(changes);
    this.objects = new ObjectDiff(before, after, this, values, changes);
    this.unions = new UnionDiff(this, changes);
  }

  /** The schemas that have names, each a class: those too that no call reaches. */
  void compareComponents() {
    Node was = Nodes.get(before.root(), "components", "schemas");
    Node is = Nodes.get(after.root(), "components", "schemas");
    for (Nodes.Entry schema : Nodes.entries(was)) {
      Node now = after.target(SCHEMAS + schema.key());
      if (now == null) {
        // What referred to it is told where it stood.
        changes.gone(
            Impact.ADDITIVE,
            Impact.BREAKING,
            schema.keyNode(),
            new Site("", schema.key(), schema.key(), Direction.BOTH, ""),
            "the class " + schema.key() + " is gone");
      } else {
        compareNamed(schema.key(), schema.value(), now);
      }
    }
    for (Nodes.Entry schema : Nodes.entries(is)) {
      if (before.target(SCHEMAS + schema.key()) == null) {
        String reach = isReach.of(schema.key());
        changes.here(
            Impact.ADDITIVE,
            schema.keyNode(),
            // What refers to it is new as well, and is what people look for.
            reach.isEmpty() ? schema.key() : "",
            "the class " + schema.key() + " is new" + reach);
      }
    }
  }

  /** Compares what stands at one place, be it written out there or a reference. */
  void compare(Site site, Node was, Node is) {
    String wasName = name(was);
    String isName = name(is);
    Node one = before.follow(was);
    Node other = after.follow(is);
    if (Objects.equals(wasName, isName)) {
      if (isName == null) {
        content(site, one, other);
      } else {
        compareNamed(isName, one, other);
      }
    } else if (hasClass(one) || hasClass(other)) {
      changes.here(
          Impact.BREAKING,
          Impact.BREAKING,
          is,
          site,
          site.label()
              + " is "
              + describe(isName, other)
              + " instead of "
              + describe(wasName, one));
    } else {
      content(site, one, other);
    }
  }

  private void compareNamed(String name, Node was, Node is) {
    content(new Site(name, name, name, direction(name), isReach.of(name)), was, is);
  }

  /** Who sends the values of a named schema, in both versions; what only one uses is new there. */
  private Direction direction(String name) {
    boolean sent = wasReach.isSent(name) && isReach.isSent(name);
    boolean received = wasReach.isReceived(name) && isReach.isReceived(name);
    if (!sent && !received) {
      sent = wasReach.isSent(name) || isReach.isSent(name);
      received = wasReach.isReceived(name) || isReach.isReceived(name);
    }
    return sent ? (received ? Direction.BOTH : Direction.REQUEST) : Direction.RESPONSE;
  }

  private void content(Site site, Node was, Node is) {
    if (!compared.add(List.of(site.direction(), site.label(), was, is))) {
      return;
    }
    Shape one = Shape.of(was);
    Shape other = Shape.of(is);
    if (one != other) {
      changes.here(
          site.direction().impact(shape(one, other)),
          site.isModel() ? Impact.BREAKING : Impact.COSMETIC,
          is,
          site,
          site.label() + " is " + other + " instead of " + one);
      if (!isNumber(one) || !isNumber(other)) {
        return;
      }
    }
    Deprecation.compare(changes, site.label(), site.subject(), was, is);
    values.compare(site, was, is);
    switch (other) {
      case OBJECT -> objects.compare(site, was, is);
      case UNION -> unions.compare(site, was, is);
      case LIST -> list(site, was, is);
      default -> Trees.rest(changes, site.label(), was, is, ValueDiff.judgedWith());
    }
  }

  /** Each integer is a number, and everything is anything. */
  private static Extent shape(Shape was, Shape is) {
    if (is == Shape.ANYTHING || (was == Shape.INTEGER && is == Shape.NUMBER)) {
      return Extent.WIDER;
    }
    return was == Shape.ANYTHING || (was == Shape.NUMBER && is == Shape.INTEGER)
        ? Extent.NARROWER
        : Extent.OTHER;
  }

  private static boolean isNumber(Shape shape) {
    return shape == Shape.INTEGER || shape == Shape.NUMBER;
  }

  private void list(Site site, Node was, Node is) {
    Node wasItems = Nodes.get(was, "items");
    Node isItems = Nodes.get(is, "items");
    if (wasItems != null && isItems != null) {
      compare(site.at("an element of " + site.label(), site.subject()), wasItems, isItems);
      Trees.rest(changes, site.label(), was, is, ValueDiff.judgedWith("items"));
    } else {
      Trees.rest(changes, site.label(), was, is, ValueDiff.judgedWith());
    }
  }

  /** The name of the schema that a reference leads to, or null for one that is written out. */
  static @Nullable String name(Node schema) {
    String ref = Nodes.text(schema, "$ref");
    return ref == null || !ref.startsWith(SCHEMAS) ? null : ref.substring(SCHEMAS.length());
  }

  private static boolean hasClass(Node schema) {
    Shape shape = Shape.of(schema);
    return shape == Shape.OBJECT || shape == Shape.UNION || Nodes.has(schema, "enum");
  }

  private static String describe(@Nullable String name, Node schema) {
    return name != null && hasClass(schema) ? name : Shape.of(schema).toString();
  }
}
