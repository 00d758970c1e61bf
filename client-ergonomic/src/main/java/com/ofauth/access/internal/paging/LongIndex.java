package com.ofauth.access.internal.paging;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * Longs in the order in which they were added, and where they stand by their keys: 13 to 20 bytes
 * each. The key of a long is the long, or its upper half.
 */
final class LongIndex {
  private static final int FIRST_CAPACITY = 16;

  private final int shift;
  private long[] values = {};
  private int size;

  /** For each place that a hash leads to, one more than where the newest long of the key stands. */
  private int[] table = {};

  private int keys;

  private LongIndex(int shift) {
    this.shift = shift;
  }

  /** The key of a long is the long. */
  static LongIndex byValue() {
    return new LongIndex(0);
  }

  /** The key of a long is its upper half. */
  static LongIndex byUpperHalf() {
    return new LongIndex(Integer.SIZE);
  }

  int size() {
    return size;
  }

  /** How many of the longs have different keys. */
  int keys() {
    return keys;
  }

  long get(int place) {
    return values[place];
  }

  boolean contains(long key) {
    return place(key) >= 0;
  }

  /** Where the newest long with this key stands, or -1. */
  int place(long key) {
    return keys == 0 ? -1 : table[slot(key)] - 1;
  }

  /** Adds a long, unless its key is there; returns whether it was added. */
  boolean add(long value) {
    if (contains(value >>> shift)) {
      return false;
    }
    append(value);
    return true;
  }

  /** Adds a long, whether its key is there or not. */
  void append(long value) {
    if (keys * 5L >= table.length * 4L) {
      growTable();
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(FIRST_CAPACITY, size + size / 4));
    }
    values[size++] = value;
    int slot = slot(value >>> shift);
    keys += table[slot] == 0 ? 1 : 0;
    table[slot] = size;
  }

  /** How much memory it takes. */
  long bytes() {
    return (long) values.length * Long.BYTES + (long) table.length * Integer.BYTES;
  }

  /** The longs as they are now, without a box for each; unmodifiable. */
  List<Long> toList() {
    return asList(copy(0, size));
  }

  /** A view, without a box for each; unmodifiable. */
  static List<Long> asList(long[] values) {
    return new Longs(values);
  }

  private static final class Longs extends AbstractList<Long> {
    private final long[] values;

    Longs(long[] values) {
      this.values = values;
    }

    @Override
    public Long get(int place) {
      return values[place];
    }

    @Override
    public int size() {
      return values.length;
    }
  }

  long[] copy(int from, int to) {
    return Arrays.copyOfRange(values, from, to);
  }

  private void growTable() {
    int[] before = table;
    table = new int[Math.max(FIRST_CAPACITY, before.length * 2)];
    for (int place : before) {
      if (place > 0) {
        table[slot(values[place - 1] >>> shift)] = place;
      }
    }
  }

  /** Where the key is in the table, or belongs. */
  private int slot(long key) {
    int mask = table.length - 1;
    int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & mask;
    while (table[slot] != 0 && values[table[slot] - 1] >>> shift != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
