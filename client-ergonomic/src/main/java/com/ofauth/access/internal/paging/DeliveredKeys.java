package com.ofauth.access.internal.paging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** The keys of all items that a walk has given: what makes "once" of "at least once". */
final class DeliveredKeys {
  /** A block is coded once it is full; smaller ones are coded each time. */
  private static final int BLOCK = 64;

  private final Log log = new Log();

  /** Adds a key, unless it is there. */
  boolean add(long key) {
    return log.add(key);
  }

  boolean contains(long key) {
    return log.contains(key);
  }

  int size() {
    return log.size();
  }

  /** The keys up to now. Costs nothing: keys are only ever added, so a part stays what it is. */
  Snapshot snapshot() {
    return snapshot(log.size());
  }

  /** The first keys, as many as there were at an earlier moment. */
  Snapshot snapshot(int size) {
    return new Snapshot(log, size);
  }

  /** Keys in the order in which they came, and the code of blocks of them. */
  private static final class Log {
    private final LongIndex keys = LongIndex.byValue();

    /** Blocks that were coded, by where they begin and their size. */
    private final Map<Long, String> coded = new HashMap<>();

    synchronized boolean add(long key) {
      return keys.add(key);
    }

    synchronized boolean contains(long key) {
      return keys.contains(key);
    }

    synchronized int size() {
      return keys.size();
    }

    synchronized long[] sorted(int from, int to) {
      long[] sorted = keys.copy(from, to);
      Arrays.sort(sorted);
      return sorted;
    }

    /**
     * Blocks grow by doubling, as the digits of a binary counter do: each key is coded log n times.
     */
    synchronized List<String> coded(int until) {
      List<String> parts = new ArrayList<>();
      Map<Long, String> used = new HashMap<>();
      int from = 0;
      for (int block = Integer.highestOneBit(Math.max(1, until)); block >= BLOCK; block >>= 1) {
        if ((until & block) != 0) {
          long name = ((long) from << 32) | block;
          String known = coded.get(name);
          String code = known == null ? KeyCode.encode(sorted(from, from + block)) : known;
          used.put(name, code);
          parts.add(code);
          from += block;
        }
      }
      coded.clear();
      coded.putAll(used);
      if (from < until) {
        parts.add(KeyCode.encode(sorted(from, until)));
      }
      return parts;
    }
  }

  /** The keys that had been given at one moment; immutable. */
  static final class Snapshot {
    static final Snapshot NONE = new Snapshot(new Log(), 0);

    private final Log log;
    private final int size;

    private Snapshot(Log log, int size) {
      this.log = log;
      this.size = size;
    }

    static Snapshot of(List<long[]> parts) {
      DeliveredKeys keys = new DeliveredKeys();
      parts.forEach(
          part -> {
            for (long key : part) {
              keys.add(key);
            }
          });
      return keys.snapshot();
    }

    int size() {
      return size;
    }

    /** The keys as text, in parts that stand alone. */
    List<String> coded() {
      return log.coded(size);
    }

    void forEach(LongConsumer action) {
      for (long key : log.sorted(0, size)) {
        action.accept(key);
      }
    }
  }
}
