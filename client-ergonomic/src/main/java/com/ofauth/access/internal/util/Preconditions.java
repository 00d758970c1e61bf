package com.ofauth.access.internal.util;

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

  public static long atLeast(String name, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(name + " must be " + min + " or more: " + value);
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
    int length = value.codePointCount(0, value.length());
    if (length > max) {
      throw new IllegalArgumentException(
          name
              + " must be at most "
              + max
              + " characters long, but has "
              + length
              + ": \""
              + value
              + "\"");
    }
    return value;
  }
}
