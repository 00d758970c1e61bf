package com.ofauth.access.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of a parameter: in words, and as the expression that checks them. */
final class LimitFacts {
  private final String name;
  private final String type;
  private final Schema<?> schema;
  private final boolean isInPath;

  LimitFacts(String name, String type, Schema<?> schema, boolean isInPath) {
    this.name = name;
    this.type = type;
    this.schema = schema;
    this.isInPath = isInPath;
  }

  private boolean isInteger() {
    return type.equals("Long") || type.equals("Integer");
  }

  /** The smallest value that is allowed, of an integer. */
  private @Nullable BigDecimal least() {
    BigDecimal minimum = schema.getMinimum();
    boolean isExclusive = isInteger() && Boolean.TRUE.equals(schema.getExclusiveMinimum());
    return minimum == null || !isExclusive ? minimum : minimum.add(BigDecimal.ONE);
  }

  /** The largest value that is allowed, of an integer. */
  private @Nullable BigDecimal most() {
    BigDecimal maximum = schema.getMaximum();
    boolean isExclusive = isInteger() && Boolean.TRUE.equals(schema.getExclusiveMaximum());
    return maximum == null || !isExclusive ? maximum : maximum.subtract(BigDecimal.ONE);
  }

  /** The limits, each with a comma before it. */
  String words() {
    StringBuilder words = new StringBuilder();
    if (least() != null && most() != null && !excludes()) {
      words.append(", from ").append(plain(least())).append(" to ").append(plain(most()));
      words.append(" (both inclusive)");
    } else {
      append(words, atLeast() + "%s", least());
      append(words, atMost() + "%s", most());
    }
    append(words, "at least %s characters (Unicode code points)", schema.getMinLength());
    append(words, "at most %s characters (Unicode code points)", schema.getMaxLength());
    return words.toString();
  }

  private boolean excludes() {
    return !atLeast().equals("at least ") || !atMost().equals("at most ");
  }

  private String atLeast() {
    boolean isExclusive = !isInteger() && Boolean.TRUE.equals(schema.getExclusiveMinimum());
    return isExclusive ? "greater than " : "at least ";
  }

  private String atMost() {
    boolean isExclusive = !isInteger() && Boolean.TRUE.equals(schema.getExclusiveMaximum());
    return isExclusive ? "less than " : "at most ";
  }

  private static void append(StringBuilder words, String form, @Nullable Object limit) {
    if (limit != null) {
      String text = limit instanceof BigDecimal number ? plain(number) : limit.toString();
      words.append(", ").append(form.formatted(text));
    }
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  boolean areChecked() {
    return !check(false).equals(name);
  }

  /** The value, checked. */
  String check(boolean forNull) {
    List<String> checks = new ArrayList<>();
    if (forNull && isInPath && type.equals("String")) {
      checks.add("notBlank(\"%s\", %s)");
    } else if (forNull) {
      checks.add("notNull(\"%s\", %s)");
    }
    if (isInteger()) {
      integer(checks);
    } else if (type.equals("BigDecimal")) {
      decimal(checks, atLeast().equals("at least ") ? "atLeast" : "greaterThan", least());
      decimal(checks, atMost().equals("at most ") ? "atMost" : "lessThan", most());
    } else if (type.equals("String")) {
      text(checks, "atLeastCharacters", schema.getMinLength());
      text(checks, "atMostCharacters", schema.getMaxLength());
    }
    String checked = name;
    for (String check : checks) {
      checked = "Preconditions." + check.formatted(name, checked);
    }
    return checked;
  }

  private void integer(List<String> checks) {
    if (least() != null && most() != null) {
      checks.add("inRange(\"%s\", %s, " + integer(least()) + ", " + integer(most()) + ")");
    } else if (least() != null) {
      checks.add("atLeast(\"%s\", %s, " + integer(least()) + ")");
    } else if (most() != null) {
      checks.add("atMost(\"%s\", %s, " + integer(most()) + ")");
    }
  }

  private String integer(@Nullable BigDecimal limit) {
    return plain(limit) + (type.equals("Long") ? "L" : "");
  }

  private static void decimal(List<String> checks, String check, @Nullable BigDecimal limit) {
    if (limit != null) {
      checks.add(check + "(\"%s\", %s, new BigDecimal(\"" + plain(limit) + "\"))");
    }
  }

  private static void text(List<String> checks, String check, @Nullable Integer limit) {
    if (limit != null) {
      checks.add(check + "(\"%s\", %s, " + limit + ")");
    }
  }
}
