package com.ofauth.access.build.diff;

import com.ofauth.access.build.diff.SchemaDiff.Direction;
import com.ofauth.access.build.diff.SchemaDiff.Site;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Numbers;
import com.ofauth.access.build.spec.Shape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Compares what single values may be: null, format, enum, range, default. */
final class ValueDiff {
  private static final String OPEN = "x-ofauth-open-enum";
  private static final List<String> AT_LEAST =
      List.of("minimum", "minLength", "minItems", "minProperties");
  private static final List<String> AT_MOST =
      List.of("maximum", "maxLength", "maxItems", "maxProperties");
  private static final List<String> RULES =
      List.of("exclusiveMinimum", "exclusiveMaximum", "pattern", "multipleOf", "uniqueItems");

  /** What this class and {@link SchemaDiff} judge of any schema. */
  static final Set<String> JUDGED =
      judged("type", "nullable", "deprecated", "format", "enum", "default", OPEN);

  private final Changes changes;

  ValueDiff(Changes changes) {
    this.changes = changes;
  }

  private static Set<String> judged(String... keys) {
    Set<String> judged = new TreeSet<>(List.of(keys));
    judged.addAll(AT_LEAST);
    judged.addAll(AT_MOST);
    judged.addAll(RULES);
    return Set.copyOf(judged);
  }

  static Set<String> judgedWith(String... more) {
    Set<String> judged = new TreeSet<>(JUDGED);
    judged.addAll(List.of(more));
    return judged;
  }

  void nullability(Site site, Node was, Node is) {
    boolean before = Nodes.isTrue(Nodes.get(was, "nullable"));
    boolean after = Nodes.isTrue(Nodes.get(is, "nullable"));
    if (before != after) {
      changes.here(
          after ? site.direction().widened() : site.direction().narrowed(),
          is,
          site.subject(),
          site.label() + (after ? " can be null now" : " is no longer null") + site.reach());
    }
  }

  void compare(Site site, Node was, Node is) {
    format(site, was, is);
    enumeration(site, was, is);
    limits(site, was, is);
    defaultValue(site, was, is);
    Trees.rest(changes, site.label(), was, is, JUDGED);
  }

  private void format(Site site, Node was, Node is) {
    String before = Nodes.text(was, "format");
    String after = Nodes.text(is, "format");
    if (Trees.same(Nodes.get(was, "format"), Nodes.get(is, "format"))) {
      return;
    }
    Impact impact = Impact.BREAKING;
    if (Shape.of(is) == Shape.TEXT) {
      // Text of any format is a String: only what may stand in it changes.
      impact =
          before == null
              ? site.direction().narrowed()
              : after == null ? site.direction().widened() : Impact.BREAKING;
    }
    changes.here(
        impact,
        place(is, "format"),
        site.subject(),
        site.label()
            + " has the format "
            + none(after)
            + " instead of "
            + none(before)
            + site.reach());
  }

  private void enumeration(Site site, Node was, Node is) {
    Node wasEnum = Nodes.get(was, "enum");
    Node isEnum = Nodes.get(is, "enum");
    boolean response = site.direction() == Direction.RESPONSE;
    if (wasEnum == null || isEnum == null) {
      if (wasEnum != null || isEnum != null) {
        // In a response an enum is a class of its own, in a request it is text.
        changes.here(
            response || isEnum != null ? Impact.BREAKING : Impact.ADDITIVE,
            is,
            site.subject(),
            site.label()
                + (isEnum == null ? " has no fixed values any more" : " has fixed values now")
                + site.reach());
      }
      return;
    }
    Set<String> before = Trees.texts(wasEnum);
    Set<String> after = Trees.texts(isEnum);
    for (Node value : Nodes.items(wasEnum)) {
      String text = String.valueOf(Nodes.text(value));
      if (!after.contains(text)) {
        changes.gone(
            Impact.BREAKING,
            value,
            text,
            site.label() + ": the value " + text + " is gone" + site.reach());
      }
    }
    // The SDK's users get a value that their version does not know as UNKNOWN_TO_SDK_VERSION.
    boolean open = !response || Nodes.isTrue(Nodes.get(was, OPEN));
    for (Node value : Nodes.items(isEnum)) {
      String text = String.valueOf(Nodes.text(value));
      if (!before.contains(text)) {
        changes.here(
            open ? Impact.ADDITIVE : Impact.BREAKING,
            value,
            text,
            site.label() + ": the value " + text + " is new" + site.reach());
      }
    }
    boolean wasOpen = Nodes.isTrue(Nodes.get(was, OPEN));
    if (wasOpen != Nodes.isTrue(Nodes.get(is, OPEN))) {
      changes.here(
          wasOpen ? Impact.BREAKING : Impact.ADDITIVE,
          is,
          site.subject(),
          site.label()
              + (wasOpen ? " is a closed enum now" : " is an open enum now")
              + site.reach());
    }
  }

  void limits(Site site, Node was, Node is) {
    AT_LEAST.forEach(key -> limit(site, key, was, is, /* lowerIsWider= */ true));
    AT_MOST.forEach(key -> limit(site, key, was, is, /* lowerIsWider= */ false));
    for (String rule : RULES) {
      if (!Trees.same(Nodes.get(was, rule), Nodes.get(is, rule))) {
        changes.here(
            !Nodes.has(was, rule) ? site.direction().narrowed() : Impact.BREAKING,
            place(is, rule),
            site.subject(),
            changed(site, rule, was, is));
      }
    }
  }

  private void limit(Site site, String key, Node was, Node is, boolean lowerIsWider) {
    String before = Nodes.text(was, key);
    String after = Nodes.text(is, key);
    if (Trees.same(Nodes.get(was, key), Nodes.get(is, key))) {
      return;
    }
    boolean wider =
        after == null || (before != null && (Numbers.compare(after, before) < 0) == lowerIsWider);
    changes.here(
        wider ? site.direction().widened() : site.direction().narrowed(),
        place(is, key),
        site.subject(),
        changed(site, key, was, is));
  }

  private void defaultValue(Site site, Node was, Node is) {
    if (!Trees.same(Nodes.get(was, "default"), Nodes.get(is, "default"))) {
      boolean request = site.direction() == Direction.REQUEST;
      changes.here(
          request ? Impact.BREAKING : Impact.COSMETIC,
          place(is, "default"),
          site.subject(),
          changed(site, "default", was, is)
              + (request ? ": calls that leave it out mean something else" : ""));
    }
  }

  private static String changed(Site site, String key, Node was, Node is) {
    return site.label()
        + ": "
        + key
        + " is "
        + none(Nodes.text(is, key))
        + " instead of "
        + none(Nodes.text(was, key))
        + site.reach();
  }

  private static String none(@Nullable String value) {
    return value == null ? "none" : value;
  }

  private static Node place(Node schema, String key) {
    Nodes.Entry entry = Nodes.entry(schema, key);
    return entry == null ? schema : entry.keyNode();
  }
}
