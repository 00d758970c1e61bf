package com.ofauth.access.internal.paging;

/** A hash table from long to long that boxes nothing: 16 to 43 bytes an entry. */
final class LongTable {

  /** Takes one entry. */
  interface Visitor {
    void visit(long key, long value);
  }

  private static final int FIRST_CAPACITY = 64;

  private long[] keys = new long[FIRST_CAPACITY];
  private long[] values = new long[FIRST_CAPACITY];

  /** The key that marks a free place is kept apart. */
  private boolean hasZero;

  private long zeroValue;
  private int size;

  int size() {
    return size;
  }

  boolean contains(long key) {
    return key == 0 ? hasZero : keys[place(keys, key)] == key;
  }

  long getOrDefault(long key, long other) {
    if (key == 0) {
      return hasZero ? zeroValue : other;
    }
    int place = place(keys, key);
    return keys[place] == key ? values[place] : other;
  }

  /** Sets a value; returns whether the key is new or had another one. */
  boolean put(long key, long value) {
    if (key == 0) {
      boolean changed = !hasZero || zeroValue != value;
      size += hasZero ? 0 : 1;
      hasZero = true;
      zeroValue = value;
      return changed;
    }
    int place = place(keys, key);
    if (keys[place] == key) {
      boolean changed = values[place] != value;
      values[place] = value;
      return changed;
    }
    keys[place] = key;
    values[place] = value;
    if (++size * 3L > keys.length * 2L) {
      grow();
    }
    return true;
  }

  void clear() {
    keys = new long[FIRST_CAPACITY];
    values = new long[FIRST_CAPACITY];
    hasZero = false;
    size = 0;
  }

  void forEach(Visitor visitor) {
    if (hasZero) {
      visitor.visit(0, zeroValue);
    }
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        visitor.visit(keys[i], values[i]);
      }
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new long[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int place = place(keys, oldKeys[i]);
        keys[place] = oldKeys[i];
        values[place] = oldValues[i];
      }
    }
  }

  /** Where the key is, or where it belongs. */
  private static int place(long[] keys, long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    int place = (int) (mixed >>> 32) & (keys.length - 1);
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }
}
