package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One end of the range of a number: {@code minimum} or {@code maximum} with its exclusive switch.
 *
 * @param value the end; null where there is none
 * @param exclusive whether the end itself is not legal
 */
record Bounds(@Nullable BigDecimal value, boolean exclusive) {
  private static final Bounds NONE = new Bounds(null, false);

  static Bounds lower(Node schema) {
    return of(schema, "minimum", "exclusiveMinimum", RoundingMode.CEILING, BigDecimal.ONE);
  }

  static Bounds upper(Node schema) {
    return of(schema, "maximum", "exclusiveMaximum", RoundingMode.FLOOR, BigDecimal.ONE.negate());
  }

  private static Bounds of(
      Node schema, String key, String exclusiveKey, RoundingMode rounding, BigDecimal step) {
    String text = Nodes.text(schema, key);
    if (text == null) {
      return NONE;
    }
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return NONE;
    }
    boolean exclusive = Nodes.isTrue(Nodes.get(schema, exclusiveKey));
    if (!"integer".equals(Nodes.text(schema, "type"))) {
      return new Bounds(value, exclusive);
    }
    BigDecimal whole = value.setScale(0, rounding);
    return new Bounds(exclusive && whole.compareTo(value) == 0 ? whole.add(step) : whole, false);
  }

  /** How the range changed at its lower end. */
  static Extent lower(Node was, Node is) {
    return extent(lower(was), lower(is), 1);
  }

  /** How the range changed at its upper end. */
  static Extent upper(Node was, Node is) {
    return extent(upper(was), upper(is), -1);
  }

  /**
   * @param outwards 1 where a lower value is wider, -1 where a higher one is
   */
  private static Extent extent(Bounds was, Bounds is, int outwards) {
    if (was.value == null || is.value == null) {
      return was.value == null && is.value == null ? Extent.SAME : Extent.of(is.value == null);
    }
    int order = was.value.compareTo(is.value) * outwards;
    if (order != 0) {
      return Extent.of(order > 0);
    }
    return was.exclusive == is.exclusive ? Extent.SAME : Extent.of(was.exclusive);
  }
}
