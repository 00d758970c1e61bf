package com.ofauth.access.testing.internal.exchange;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Immutable header fields of an answer; names are matched without regard to case. */
public record Headers(Map<String, String> fields) {
  public static final Headers EMPTY = new Headers(Map.of());

  public Headers(Map<String, String> fields) {
    TreeMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(fields);
    this.fields = Collections.unmodifiableMap(copy);
  }

  public static Headers of(String name, String value) {
    return new Headers(Map.of(name, value));
  }

  public Headers with(String name, String value) {
    TreeMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(fields);
    // Removed first: a tree keeps the old spelling of an equal name otherwise.
    copy.remove(name);
    copy.put(name, value);
    return new Headers(copy);
  }

  public Headers with(Headers others) {
    Headers merged = this;
    for (Map.Entry<String, String> field : others.fields.entrySet()) {
      merged = merged.with(field.getKey(), field.getValue());
    }
    return merged;
  }

  public Headers without(String name) {
    TreeMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(fields);
    copy.remove(name);
    return new Headers(copy);
  }
}
