package com.ofauth.access.internal.json;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one object holds beside typed values, while it is read: made only for an object that has
 * some.
 *
 * <p>Used by generated adapters. Not thread-safe.
 */
public final class ObjectRest {
  private final Map<String, @Nullable Object> unknown = new LinkedHashMap<>();
  private final Map<Integer, @Nullable Object> raw = new TreeMap<>();
  private final BitSet unreadable = new BitSet();
  private final List<Note> notes = new ArrayList<>(0);

  ObjectRest() {}

  /** Returns the declared properties that came, and have no typed value, as bits. */
  public long unreadableBits() {
    return unreadable.isEmpty() ? 0 : unreadable.toLongArray()[0];
  }

  void keep(int index, Odd odd) {
    if (odd.isWrittenAsItCame()) {
      raw.put(index, odd.raw());
    }
    unreadable.set(index, !odd.isRead());
    odd.notes().forEach(note -> note(note.in(index)));
  }

  boolean isKnown(String name) {
    return unknown.containsKey(name);
  }

  void put(String name, @Nullable Object value) {
    unknown.put(name, value);
  }

  /** Drops a value, since another one follows. */
  void drop(int index, String name, @Nullable Object typed) {
    Object dropped = raw.containsKey(index) ? raw.get(index) : typed;
    raw.remove(index);
    unreadable.clear(index);
    notes.removeIf(note -> note.index() == index);
    note(Note.twice(dropped).within(name).in(index));
  }

  void note(Note note) {
    notes.add(note);
  }

  Map<String, @Nullable Object> unknown() {
    return unknown;
  }

  Map<Integer, @Nullable Object> raw() {
    return raw;
  }

  BitSet unreadable() {
    return unreadable;
  }

  List<Note> notes() {
    return notes;
  }
}
