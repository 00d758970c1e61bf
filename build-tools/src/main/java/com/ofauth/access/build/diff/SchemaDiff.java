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
 * what a response may hold as narrow.
 */
final class SchemaDiff {
  private static final String SCHEMAS = "#/components/schemas/";

  enum Direction {
    REQUEST,
    RESPONSE;

    /** What it means that less than before is allowed. */
    Impact narrowed() {
      return this == REQUEST ? Impact.BREAKING : Impact.ADDITIVE;
    }

    /** What it means that more than before is allowed. */
    Impact widened() {
      return this == REQUEST ? Impact.ADDITIVE : Impact.BREAKING;
    }
  }

  /**
   * Where a schema stands.
   *
   * @param label how users name it: {@code Chat.withUser()}, or what was called with which
   *     parameter
   * @param subject the name that a changelog has to mention
   * @param direction who sends it
   * @param reach the calls that it belongs to, as an appendix for messages
   */
  record Site(String label, String subject, Direction direction, String reach) {
    Site at(String newLabel, String newSubject) {
      return new Site(newLabel, newSubject, direction, reach);
    }
  }

  private final SpecDocument before;
  private final SpecDocument after;
  private final Changes changes;
  private final Reach reach;
  private final ObjectDiff objects;
  private final ValueDiff values;
  private final Set<List<Object>> compared = new HashSet<>();

  SchemaDiff(SpecDocument before, SpecDocument after, Changes changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.reach = new Reach(after);
    this.objects = new ObjectDiff(before, after, this, changes);
    this.values = new ValueDiff(changes);
  }

  /** The schemas that have names, each a class: those too that no call reaches. */
  void compareComponents() {
    Node was = Nodes.get(before.root(), "components", "schemas");
    Node is = Nodes.get(after.root(), "components", "schemas");
    for (Nodes.Entry schema : Nodes.entries(was)) {
      Node now = Nodes.get(is, schema.key());
      if (now == null) {
        changes.gone(
            Impact.BREAKING,
            schema.keyNode(),
            schema.key(),
            "the class " + schema.key() + " is gone");
      } else {
        compareNamed(schema.key(), Direction.RESPONSE, schema.value(), now);
      }
    }
    for (Nodes.Entry schema : Nodes.entries(is)) {
      if (!Nodes.has(was, schema.key())) {
        changes.here(
            Impact.ADDITIVE,
            schema.keyNode(),
            // What refers to it is new as well, and is what people look for.
            reach.of(schema.key()).isEmpty() ? schema.key() : "",
            "the class " + schema.key() + " is new" + reach.of(schema.key()));
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
        compareNamed(isName, site.direction(), one, other);
      }
    } else if (hasClass(one) || hasClass(other)) {
      changes.here(
          Impact.BREAKING,
          is,
          site.subject(),
          site.label()
              + " is "
              + describe(isName, other)
              + " instead of "
              + describe(wasName, one)
              + site.reach());
    } else {
      content(site, one, other);
    }
  }

  private void compareNamed(String name, Direction direction, Node was, Node is) {
    content(new Site(name, name, direction, reach.of(name)), was, is);
  }

  private void content(Site site, Node was, Node is) {
    if (!compared.add(List.of(site.direction(), site.label(), was, is))) {
      return;
    }
    Shape one = Shape.of(was);
    Shape other = Shape.of(is);
    if (one != other) {
      changes.here(
          Impact.BREAKING,
          is,
          site.subject(),
          site.label() + " is " + other + " instead of " + one + site.reach());
      return;
    }
    values.nullability(site, was, is);
    Deprecation.compare(changes, site.label(), site.subject(), was, is);
    switch (one) {
      case OBJECT -> objects.compare(site, was, is);
      case LIST -> list(site, was, is);
      case UNION -> UnionDiff.compare(changes, site, was, is);
      default -> values.compare(site, was, is);
    }
  }

  private void list(Site site, Node was, Node is) {
    Node wasItems = Nodes.get(was, "items");
    Node isItems = Nodes.get(is, "items");
    if (wasItems != null && isItems != null) {
      compare(site.at("an element of " + site.label(), site.subject()), wasItems, isItems);
      values.limits(site, was, is);
      Trees.rest(changes, site.label(), was, is, ValueDiff.judgedWith("items"));
    } else {
      values.limits(site, was, is);
      Trees.rest(changes, site.label(), was, is, ValueDiff.JUDGED);
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
