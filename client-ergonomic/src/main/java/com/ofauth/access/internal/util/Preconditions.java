package com.ofauth.access.internal.util;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Argument checks whose messages name the rule and the value. */
public final class Preconditions {
  private Preconditions() {}

  public static <T> T notNull(String name, @Nullable T value) {
    if (value == null) {
      throw new NullPointerException(name + " must not be null");
    }
    return value;
  }

  public static int inRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be from " + min + " to " + max + " (both inclusive): " + value);
    }
    return value;
  }

  public static long inRange(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be from " + min + " to " + max + " (both inclusive): " + value);
    }
    return value;
  }

  public static int atLeast(String name, int value, int min) {
    return (int) atLeast(name, (long) value, min);
  }

  public static long atLeast(String name, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(name + " must be " + min + " or more: " + value);
    }
    return value;
  }

  public static BigDecimal atLeast(String name, BigDecimal value, BigDecimal min) {
    return require(value.compareTo(min) >= 0, name, value, min.toPlainString() + " or more");
  }

  public static BigDecimal greaterThan(String name, BigDecimal value, BigDecimal min) {
    return require(value.compareTo(min) > 0, name, value, "more than " + min.toPlainString());
  }

  public static int atMost(String name, int value, int max) {
    return (int) atMost(name, (long) value, max);
  }

  public static long atMost(String name, long value, long max) {
    if (value > max) {
      throw new IllegalArgumentException(name + " must be " + max + " or less: " + value);
    }
    return value;
  }

  public static BigDecimal atMost(String name, BigDecimal value, BigDecimal max) {
    return require(value.compareTo(max) <= 0, name, value, max.toPlainString() + " or less");
  }

  public static BigDecimal lessThan(String name, BigDecimal value, BigDecimal max) {
    return require(value.compareTo(max) < 0, name, value, "less than " + max.toPlainString());
  }

  private static BigDecimal require(boolean holds, String name, BigDecimal value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + rule + ": " + value);
    }
    return value;
  }

  public static String notBlank(String name, String value) {
    notNull(name, value);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank: \"" + value + "\"");
    }
    return value;
  }

  /**
   * Counts what a reader counts: one emoji outside the basic plane is one character, as in JSON
   * Schema.
   */
  public static String atMostCharacters(String name, String value, int max) {
    return characters(name, value, length(value) <= max, "at most " + max);
  }

  /** Counts as {@link #atMostCharacters}. */
  public static String atLeastCharacters(String name, String value, int min) {
    return characters(name, value, length(value) >= min, "at least " + min);
  }

  private static int length(String value) {
    return value.codePointCount(0, value.length());
  }

  private static String characters(String name, String value, boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s must be %s characters long, but has %d: \"%s\""
              .formatted(name, rule, length(value), value));
    }
    return value;
  }
}
