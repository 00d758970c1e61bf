package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Numbers;
import com.ofauth.access.build.spec.Shape;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Compares what the values of a schema may be: null, format, enum, range, default. */
final class ValueDiff {
  private static final String OPEN = "x-ofauth-open-enum";

  /** Sizes: the least ones are zero where nothing is said. */
  private static final List<String> AT_LEAST = List.of("minLength", "minItems", "minProperties");

  private static final List<String> AT_MOST = List.of("maxLength", "maxItems", "maxProperties");

  /** Integers within doubles within decimal numbers. */
  private static final List<String> NUMBER_FORMATS = List.of("float", "double");

  /** What this class and {@link SchemaDiff} judge of any schema. */
  private static final Set<String> JUDGED =
      Set.of(
          "type",
          "nullable",
          "deprecated",
          "format",
          "enum",
          "default",
          OPEN,
          "minimum",
          "exclusiveMinimum",
          "maximum",
          "exclusiveMaximum",
          "minLength",
          "minItems",
          "minProperties",
          "maxLength",
          "maxItems",
          "maxProperties",
          "pattern",
          "multipleOf",
          "uniqueItems");

  private final Changes changes;

  ValueDiff(Changes changes) {
    this.changes = changes;
  }

  /** The keywords that are judged here, and more. */
  static Set<String> judgedWith(String... more) {
    Set<String> judged = new TreeSet<>(JUDGED);
    judged.addAll(List.of(more));
    return judged;
  }

  void compare(Site site, Node was, Node is) {
    nullability(site, was, is);
    format(site, was, is);
    enumeration(site, was, is);
    limits(site, was, is);
    defaultValue(site, was, is);
  }

  private void nullability(Site site, Node was, Node is) {
    boolean before = Nodes.isTrue(Nodes.get(was, "nullable"));
    boolean after = Nodes.isTrue(Nodes.get(is, "nullable"));
    if (before != after) {
      told(
          site,
          Extent.of(after),
          is,
          site.label() + (after ? " can be null now" : " is no longer null"));
    }
  }

  private void format(Site site, Node was, Node is) {
    String before = Nodes.text(was, "format");
    String after = Nodes.text(is, "format");
    if (Trees.same(Nodes.get(was, "format"), Nodes.get(is, "format"))
        || Shape.of(was) != Shape.of(is)) {
      return;
    }
    // Text of any format is a String; a number of another format is of another Java type.
    boolean otherType = site.isModel() && Shape.of(is) != Shape.TEXT;
    changes.here(
        site.direction().impact(format(Shape.of(is), before, after)),
        otherType ? Impact.BREAKING : Impact.COSMETIC,
        place(is, "format"),
        site,
        site.label() + " has the format " + none(after) + " instead of " + none(before));
  }

  private static Extent format(Shape shape, @Nullable String before, @Nullable String after) {
    if (shape == Shape.INTEGER) {
      return "int32".equals(before)
          ? Extent.WIDER
          : "int32".equals(after) ? Extent.NARROWER : Extent.OTHER;
    }
    if (shape == Shape.NUMBER) {
      int was = before == null ? NUMBER_FORMATS.size() : NUMBER_FORMATS.indexOf(before);
      int is = after == null ? NUMBER_FORMATS.size() : NUMBER_FORMATS.indexOf(after);
      return was < 0 || is < 0 ? Extent.OTHER : Extent.of(is > was);
    }
    return before == null ? Extent.NARROWER : after == null ? Extent.WIDER : Extent.OTHER;
  }

  private void enumeration(Site site, Node was, Node is) {
    Node wasEnum = Nodes.get(was, "enum");
    Node isEnum = Nodes.get(is, "enum");
    if (wasEnum == null && isEnum == null) {
      return;
    }
    if (wasEnum == null || isEnum == null) {
      // In a model an enum is a class of its own, anywhere else it is text.
      changes.here(
          site.direction().impact(Extent.of(isEnum == null)),
          site.isModel() ? Impact.BREAKING : Impact.COSMETIC,
          is,
          site,
          site.label()
              + (isEnum == null ? " has no fixed values any more" : " has fixed values now"));
      return;
    }
    values(site, was, wasEnum, isEnum);
    boolean wasOpen = Nodes.isTrue(Nodes.get(was, OPEN));
    if (wasOpen != Nodes.isTrue(Nodes.get(is, OPEN))) {
      changes.here(
          site.direction().impact(Extent.of(!wasOpen)),
          wasOpen ? Impact.BREAKING : Impact.ADDITIVE,
          is,
          site,
          site.label() + (wasOpen ? " is a closed enum now" : " is an open enum now"));
    }
  }

  private void values(Site site, Node was, Node wasEnum, Node isEnum) {
    Set<String> before = texts(wasEnum);
    Set<String> after = texts(isEnum);
    for (Node value : Nodes.items(wasEnum)) {
      String text = text(value);
      if (!after.contains(text)) {
        changes.gone(
            site.direction().impact(Extent.NARROWER),
            site.isModel() ? Impact.BREAKING : Impact.COSMETIC,
            value,
            site.at(site.label(), text),
            site.label() + ": the value " + text + " is gone");
      }
    }
    // The SDK's users get a value that their version does not know as UNKNOWN_TO_SDK_VERSION.
    Impact added =
        Nodes.isTrue(Nodes.get(was, OPEN))
            ? Impact.ADDITIVE
            : site.direction().impact(Extent.WIDER);
    for (Node value : Nodes.items(isEnum)) {
      String text = text(value);
      if (!before.contains(text)) {
        changes.here(
            added,
            Impact.ADDITIVE,
            value,
            site.at(site.label(), text),
            site.label() + ": the value " + text + " is new");
      }
    }
  }

  private static Set<String> texts(Node list) {
    Set<String> texts = new LinkedHashSet<>();
    Nodes.items(list).forEach(item -> texts.add(text(item)));
    return texts;
  }

  private static String text(Node value) {
    return String.valueOf(Nodes.text(value));
  }

  private void limits(Site site, Node was, Node is) {
    end(site, was, is, "minimum", "exclusiveMinimum", Bounds.lower(was, is));
    end(site, was, is, "maximum", "exclusiveMaximum", Bounds.upper(was, is));
    AT_LEAST.forEach(key -> size(site, key, was, is, /* least= */ true));
    AT_MOST.forEach(key -> size(site, key, was, is, /* least= */ false));
    pattern(site, was, is);
    multiples(site, was, is);
    uniqueness(site, was, is);
  }

  /** One end of a range is one change, be it written in one key or in two. */
  private void end(Site site, Node was, Node is, String key, String exclusive, Extent extent) {
    boolean sameEnd = Trees.same(Nodes.get(was, key), Nodes.get(is, key));
    if (sameEnd && Trees.same(Nodes.get(was, exclusive), Nodes.get(is, exclusive))) {
      return;
    }
    String changed = sameEnd ? exclusive : key;
    told(
        site,
        extent,
        place(is, changed),
        changed(site, changed, was, is)
            + (extent == Extent.SAME ? ", which allows the same values" : ""));
  }

  private void size(Site site, String key, Node was, Node is, boolean least) {
    String before = size(was, key, least);
    String after = size(is, key, least);
    int order =
        before == null || after == null
            ? Boolean.compare(before == null, after == null)
            : Numbers.compare(before, after);
    if (order != 0) {
      Extent extent = Extent.of((order > 0) == least);
      told(
          site,
          key.endsWith("Length") ? TextRules.extent(extent, was, is) : extent,
          place(is, key),
          changed(site, key, was, is));
    }
  }

  private static @Nullable String size(Node schema, String key, boolean least) {
    String text = Nodes.text(schema, key);
    return text == null && least ? "0" : text;
  }

  private void pattern(Site site, Node was, Node is) {
    Node before = Nodes.get(was, "pattern");
    Node after = Nodes.get(is, "pattern");
    if (!Trees.same(before, after)) {
      Extent extent =
          before == null ? Extent.NARROWER : after == null ? Extent.WIDER : Extent.OTHER;
      told(
          site,
          TextRules.extent(extent, was, is),
          place(is, "pattern"),
          changed(site, "pattern", was, is));
    }
  }

  /** A multiple of a multiple is a multiple; each integer is a multiple of one. */
  private void multiples(Site site, Node was, Node is) {
    if (Trees.same(Nodes.get(was, "multipleOf"), Nodes.get(is, "multipleOf"))) {
      return;
    }
    BigDecimal before = multipleOf(was);
    BigDecimal after = multipleOf(is);
    boolean wider = after == null || (before != null && before.remainder(after).signum() == 0);
    boolean narrower = before == null || (after != null && after.remainder(before).signum() == 0);
    told(
        site,
        wider && narrower ? Extent.SAME : wider == narrower ? Extent.OTHER : Extent.of(wider),
        place(is, "multipleOf"),
        changed(site, "multipleOf", was, is));
  }

  private static @Nullable BigDecimal multipleOf(Node schema) {
    String text = Nodes.text(schema, "multipleOf");
    try {
      BigDecimal value = text == null ? BigDecimal.ZERO : new BigDecimal(text);
      return value.signum() > 0 ? value : Shape.of(schema) == Shape.INTEGER ? BigDecimal.ONE : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void uniqueness(Site site, Node was, Node is) {
    boolean before = Nodes.isTrue(Nodes.get(was, "uniqueItems"));
    if (before != Nodes.isTrue(Nodes.get(is, "uniqueItems"))) {
      told(
          site, Extent.of(before), place(is, "uniqueItems"), changed(site, "uniqueItems", was, is));
    }
  }

  private void defaultValue(Site site, Node was, Node is) {
    if (!Trees.same(Nodes.get(was, "default"), Nodes.get(is, "default"))) {
      boolean sent = site.direction().isSent();
      changes.here(
          sent ? Impact.BREAKING : Impact.COSMETIC,
          Impact.COSMETIC,
          place(is, "default"),
          site,
          changed(site, "default", was, is)
              + (sent ? ": calls that leave it out mean something else" : ""));
    }
  }

  private void told(Site site, Extent extent, Node place, String text) {
    changes.here(site.direction().impact(extent), Impact.COSMETIC, place, site, text);
  }

  private static String changed(Site site, String key, Node was, Node is) {
    return site.label()
        + ": "
        + key
        + " is "
        + none(Nodes.text(is, key))
        + " instead of "
        + none(Nodes.text(was, key));
  }

  private static String none(@Nullable String value) {
    return value == null ? "none" : value;
  }

  private static Node place(Node schema, String key) {
    Nodes.Entry entry = Nodes.entry(schema, key);
    return entry == null ? schema : entry.keyNode();
  }
}
