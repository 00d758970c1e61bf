package com.ofauth.access.internal.json;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON object holds beside the values of its declared properties: unknown properties, which
 * of the declared ones are explicit nulls, and which integers are in quotes. Immutable.
 *
 * <p>Used by generated models.
 */
public final class Extras {
  /** Nothing beside the values. */
  public static final Extras NONE = new Extras(Map.of(), Set.of(), Set.of());

  private final Map<String, @Nullable Object> unknown;
  private final Set<String> nulls;
  private final Set<String> quoted;

  private Extras(Map<String, @Nullable Object> unknown, Set<String> nulls, Set<String> quoted) {
    this.unknown = unknown;
    this.nulls = nulls;
    this.quoted = quoted;
  }

  static Extras of(
      @Nullable Map<String, @Nullable Object> unknown,
      @Nullable Set<String> nulls,
      @Nullable Set<String> quoted) {
    if (unknown == null && nulls == null && quoted == null) {
      return NONE;
    }
    Map<String, @Nullable Object> properties = NONE.unknown;
    if (unknown != null) {
      properties = Collections.unmodifiableMap(unknown);
    }
    return new Extras(
        properties,
        nulls == null ? Set.of() : Set.copyOf(nulls),
        quoted == null ? Set.of() : Set.copyOf(quoted));
  }

  /** Gives the unknown properties, unmodifiable. */
  public Map<String, @Nullable Object> unknown() {
    return unknown;
  }

  /** Tells whether a declared property is an explicit null. */
  public boolean isNull(String name) {
    return nulls.contains(name);
  }

  boolean isQuoted(String name) {
    return quoted.contains(name);
  }

  /** Gives the extras after a declared property was set anew. */
  public Extras afterSetting(String name, boolean explicitNull) {
    if (nulls.contains(name) == explicitNull && !quoted.contains(name)) {
      return this;
    }
    Set<String> newNulls = new HashSet<>(nulls);
    if (explicitNull) {
      newNulls.add(name);
    } else {
      newNulls.remove(name);
    }
    Set<String> newQuoted = new HashSet<>(quoted);
    newQuoted.remove(name);
    return new Extras(unknown, Set.copyOf(newNulls), Set.copyOf(newQuoted));
  }

  /** Gives these extras with one more unknown property, or another value for it. */
  public Extras withUnknown(ObjectNames declared, String name, @Nullable Object value) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(unknown);
    properties.put(name, value);
    return withUnknown(declared, properties);
  }

  /**
   * Gives these extras with other unknown properties.
   *
   * @throws IllegalArgumentException if a property is a declared one, or holds what is not JSON
   */
  public Extras withUnknown(ObjectNames declared, Map<String, @Nullable Object> properties) {
    for (String name : properties.keySet()) {
      if (declared.names.contains(name)) {
        throw new IllegalArgumentException(
            "Not an additional property, it has its own method: " + name);
      }
    }
    return new Extras(JsonCopies.copyFreeForm(properties), nulls, quoted);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Extras that
        && unknown.equals(that.unknown)
        && nulls.equals(that.nulls)
        && quoted.equals(that.quoted);
  }

  @Override
  public int hashCode() {
    return Objects.hash(unknown, nulls, quoted);
  }
}
