package com.ofauth.access.internal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Unmodifiable deep copies of the lists and maps that a caller hands to a builder.
 *
 * <p>Used by generated builders.
 */
public final class JsonCopies {
  /** What Moshi can write. */
  private static final int MAX_DEPTH = 255;

  private JsonCopies() {}

  /** Copies a list or map; null gives null. */
  public static <T extends @Nullable Object> T copy(T collection) {
    return copy(collection, UnaryOperator.identity());
  }

  /**
   * Copies a list or map; null gives null.
   *
   * @throws NullPointerException if it holds null
   */
  public static <T extends @Nullable Object> T copyNonNull(T collection) {
    refuseNulls(collection);
    return copy(collection);
  }

  /**
   * Copies free-form JSON: null, Boolean, String, any Number, and lists and maps of these. Numbers
   * become what reading their JSON would give.
   *
   * @throws IllegalArgumentException if it holds anything else
   */
  public static <T extends @Nullable Object> T copyFreeForm(T value) {
    return copy(value, FreeForm::leaf);
  }

  /**
   * Copies a list or map of free-form JSON that is not null; null gives null.
   *
   * @throws IllegalArgumentException if it holds anything else than JSON
   * @throws NullPointerException if it holds null
   */
  public static <T extends @Nullable Object> T copyNonNullFreeForm(T collection) {
    refuseNulls(collection);
    return copyFreeForm(collection);
  }

  private static void refuseNulls(@Nullable Object collection) {
    if (collection instanceof List<?> list) {
      list.forEach(Objects::requireNonNull);
    } else if (collection instanceof Map<?, ?> map) {
      map.values().forEach(Objects::requireNonNull);
    }
  }

  private static <T extends @Nullable Object> T copy(T value, UnaryOperator<Object> leaves) {
    return copy(value, leaves, 0);
  }

  // The copy has the same type: lists and maps become lists and maps, and a leaf is only ever
  // replaced where its type is Object.
  @SuppressWarnings("unchecked")
  private static <T extends @Nullable Object> T copy(
      T value, UnaryOperator<Object> leaves, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("More than " + MAX_DEPTH + " nested lists and maps");
    }
    if (value == null) {
      return value;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object item : list) {
        copy.add(copy(item, leaves, depth + 1));
      }
      return (T) Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!(entry.getKey() instanceof String name)) {
          throw new IllegalArgumentException("A name in a JSON object has to be a String");
        }
        copy.put(name, copy(entry.getValue(), leaves, depth + 1));
      }
      return (T) Collections.unmodifiableMap(copy);
    }
    return (T) leaves.apply(value);
  }
}
