package com.ofauth.access.internal.paging;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

/** The keys of all items that a walk has given: what makes "once" of "at least once". */
final class DeliveredKeys {
  private final Set<Long> keys = new HashSet<>();
  private long[] order = new long[64];
  private int size;

  /** Adds a key, unless it is there. */
  boolean add(long key) {
    if (!keys.add(key)) {
      return false;
    }
    if (size == order.length) {
      order = Arrays.copyOf(order, size * 2);
    }
    order[size++] = key;
    return true;
  }

  int size() {
    return size;
  }

  /**
   * The keys up to now. Costs nothing: keys are only ever added, so a part of the array stays what
   * it is.
   */
  Snapshot snapshot() {
    return new Snapshot(order, size);
  }

  /** The keys that had been given at one moment; immutable. */
  static final class Snapshot {
    static final Snapshot NONE = new Snapshot(new long[0], 0);

    private final long[] order;
    private final int size;

    Snapshot(long[] order, int size) {
      this.order = order;
      this.size = size;
    }

    LongStream stream() {
      return Arrays.stream(order, 0, size);
    }
  }
}
