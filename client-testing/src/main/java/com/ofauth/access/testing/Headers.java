package com.ofauth.access.testing;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Immutable header fields of an answer; names are matched without regard to case. */
record Headers(Map<String, String> fields) {
  static final Headers EMPTY = new Headers(Map.of());

  Headers(Map<String, String> fields) {
    TreeMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(fields);
    this.fields = Collections.unmodifiableMap(copy);
  }

  static Headers of(String name, String value) {
    return new Headers(Map.of(name, value));
  }

  Headers with(String name, String value) {
    TreeMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(fields);
    // Removed first: a tree keeps the old spelling of an equal name otherwise.
    copy.remove(name);
    copy.put(name, value);
    return new Headers(copy);
  }

  Headers with(Headers others) {
    Headers merged = this;
    for (Map.Entry<String, String> field : others.fields.entrySet()) {
      merged = merged.with(field.getKey(), field.getValue());
    }
    return merged;
  }

  Headers without(String name) {
    TreeMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(fields);
    copy.remove(name);
    return new Headers(copy);
  }
}
