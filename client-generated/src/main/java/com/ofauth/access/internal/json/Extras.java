package com.ofauth.access.internal.json;

import com.ofauth.access.model.UnreadableValueException;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON object holds beside the typed values of its declared properties: unknown properties,
 * which of the declared ones are explicit nulls, what did not come as declared, and what is to be
 * told of it. Immutable.
 *
 * <p>Used by generated models.
 */
public final class Extras {
  /** Nothing beside the values. */
  public static final Extras NONE = new Extras(new Parts());

  /** Gson reads and writes private fields. One of a closed JDK type makes it fail instead. */
  private final Optional<String> path;

  private final Map<String, @Nullable Object> unknown;
  private final BitSet nulls;
  private final BitSet lacking;
  private final BitSet unreadable;
  private final Map<Integer, @Nullable Object> raw;
  private final List<Note> notes;

  /** The parts of extras that are being made. */
  static final class Parts {
    Optional<String> path = Optional.empty();
    Map<String, @Nullable Object> unknown = Map.of();

    /** The explicit nulls. */
    BitSet nulls = new BitSet(0);

    /** The required properties that have no typed value. */
    BitSet lacking = new BitSet(0);

    /** The properties that came, and have no typed value. */
    BitSet unreadable = new BitSet(0);

    /** What did not come as declared, as it came, by the place of the property. */
    Map<Integer, @Nullable Object> raw = Map.of();

    /** What is to be told, with paths from the object on. */
    List<Note> notes = List.of();

    Extras build() {
      return new Extras(this);
    }
  }

  private Extras(Parts parts) {
    path = parts.path;
    unknown = Collections.unmodifiableMap(parts.unknown);
    nulls = parts.nulls;
    lacking = parts.lacking;
    unreadable = parts.unreadable;
    raw = parts.raw;
    notes = List.copyOf(parts.notes);
  }

  private Parts parts() {
    Parts parts = new Parts();
    parts.path = path;
    parts.unknown = unknown;
    parts.nulls = nulls;
    parts.lacking = lacking;
    parts.unreadable = unreadable;
    parts.raw = raw;
    parts.notes = notes;
    return parts;
  }

  /** Returns the unknown properties, unmodifiable. */
  public Map<String, @Nullable Object> unknown() {
    return unknown;
  }

  /** Tells whether a required property has no typed value. */
  public boolean lacks(int index) {
    return lacking.get(index);
  }

  /** Returns the value of a required property, which has to be there. */
  public <T> T require(@Nullable T value, ObjectNames names, int index) {
    if (value == null) {
      throw unreadable(names, index);
    }
    return value;
  }

  /** Returns the values of a required array, none if it is absent or null. */
  public <T extends @Nullable Object> List<T> requireList(
      @Nullable List<T> values, ObjectNames names, int index) {
    if (values == null && unreadable.get(index)) {
      throw unreadable(names, index);
    }
    return values == null ? List.of() : values;
  }

  /** Returns the values of a required object, none if it is absent or null. */
  public <T extends @Nullable Object> Map<String, T> requireMap(
      @Nullable Map<String, T> values, ObjectNames names, int index) {
    if (values == null && unreadable.get(index)) {
      throw unreadable(names, index);
    }
    return values == null ? Map.of() : values;
  }

  /** Returns the error for a required property that has no typed value. */
  public UnreadableValueException unreadable(ObjectNames names, int index) {
    String name = names.name(index);
    String found = "nothing";
    for (Note note : notes) {
      if (note.path().equals(name) && !note.taken()) {
        found = note.found();
      }
    }
    return new UnreadableValueException(pathOf(name), names.kind(index), found);
  }

  /** Returns the path of a property in the document that it was read from. */
  String pathOf(String name) {
    return path.orElse("$") + "." + name;
  }

  /** Returns the extras after a declared property was set anew. */
  public Extras afterSetting(int index, boolean explicitNull) {
    boolean isAsSet =
        nulls.get(index) == explicitNull
            && !lacking.get(index)
            && !raw.containsKey(index)
            && notes.stream().noneMatch(note -> note.index() == index);
    if (isAsSet) {
      return this;
    }
    Parts parts = parts();
    parts.nulls = with(nulls, index, explicitNull);
    parts.lacking = with(lacking, index, false);
    parts.unreadable = with(unreadable, index, false);
    if (raw.containsKey(index)) {
      parts.raw = new HashMap<>(raw);
      parts.raw.remove(index);
    }
    parts.notes = notes.stream().filter(note -> note.index() != index).toList();
    return parts.build();
  }

  /** Returns these extras with one more unknown property, or another value for it. */
  public Extras withUnknown(ObjectNames declared, String name, @Nullable Object value) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(unknown);
    properties.put(name, value);
    return withUnknown(declared, properties);
  }

  /**
   * Returns these extras with other unknown properties.
   *
   * @throws IllegalArgumentException if a property is a declared one, or holds what is not JSON
   */
  public Extras withUnknown(ObjectNames declared, Map<String, @Nullable Object> properties) {
    for (String name : properties.keySet()) {
      if (declared.indexOf(name) >= 0) {
        throw new IllegalArgumentException(
            "Not an additional property, it has its own method: " + name);
      }
    }
    Parts parts = parts();
    parts.unknown = JsonCopies.copyFreeForm(properties);
    return parts.build();
  }

  boolean isNull(int index) {
    return nulls.get(index);
  }

  boolean isUnreadable(int index) {
    return unreadable.get(index);
  }

  boolean isOdd(int index) {
    return raw.containsKey(index);
  }

  @Nullable Object raw(int index) {
    return raw.get(index);
  }

  List<Note> notes() {
    return notes;
  }

  private static BitSet with(BitSet bits, int index, boolean value) {
    if (bits.get(index) == value) {
      return bits;
    }
    BitSet changed = (BitSet) bits.clone();
    changed.set(index, value);
    return changed;
  }

  /** Where it was read, and what was told of it, do not count. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Extras that
        && unknown.equals(that.unknown)
        && nulls.equals(that.nulls)
        && raw.equals(that.raw);
  }

  @Override
  public int hashCode() {
    return Objects.hash(unknown, nulls, raw);
  }
}
