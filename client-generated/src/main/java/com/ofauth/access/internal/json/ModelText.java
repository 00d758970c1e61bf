package com.ofauth.access.internal.json;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Builds the text of a model for logs and debuggers. Models hold what people wrote to each other,
 * their names, and signed URLs: so of a text only the length is told, of a list or map only the
 * size. Numbers, booleans and texts of enums are shown, absent properties are left out.
 *
 * <p>Used by generated models. Not thread-safe.
 */
public final class ModelText {
  private static final int MAX_ENUM_LENGTH = 40;

  private final StringJoiner text;

  /** Begins the text of a model. */
  ModelText(String type) {
    text = new StringJoiner(", ", type + "{", "}");
  }

  /** Adds a property. */
  ModelText add(String name, @Nullable Object value) {
    if (value != null) {
      text.add(name + "=" + describe(value));
    }
    return this;
  }

  /** Adds the text of an enum, of which the beginning is shown. */
  ModelText addEnum(String name, @Nullable String value) {
    if (value != null) {
      String begin = value.substring(0, Math.min(value.length(), MAX_ENUM_LENGTH));
      text.add(name + "=" + PrintableText.of(begin));
    }
    return this;
  }

  /** Ends the text, with the number of unknown properties and of deviations. */
  String toString(int unknown, int deviations) {
    if (unknown > 0) {
      text.add("additionalProperties=<" + unknown + " entries>");
    }
    if (deviations > 0) {
      text.add("deviations=<" + deviations + ">");
    }
    return text.toString();
  }

  /** Tells what kind of value it is, and the value itself unless it may be private. */
  public static String describe(Object value) {
    if (value instanceof String string) {
      return "<" + string.length() + " chars>";
    }
    if (value instanceof Collection<?> items) {
      return "<" + items.size() + " items>";
    }
    if (value instanceof Map<?, ?> entries) {
      return "<" + entries.size() + " entries>";
    }
    if (value instanceof RawNumber) {
      return "<" + value.toString().length() + " digits>";
    }
    return value.toString();
  }
}
