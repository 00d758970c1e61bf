package com.ofauth.access.internal.paging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which items were seen, and in which version: an item that shows the version of its last sighting
 * has not moved since, and can serve as an anchor.
 */
final class SeenItems {
  private static final int KEPT_AT_THE_HEAD = 20;
  private static final int KEPT_AT_THE_END = 60;

  /** One item as it was seen last. */
  record SeenItem(long key, long version) {}

  private final Map<Long, Long> versions = new HashMap<>();
  private final List<SeenItem> first = new ArrayList<>();
  private final Deque<SeenItem> latest = new ArrayDeque<>();

  void add(SeenItem seenItem) {
    versions.put(seenItem.key(), seenItem.version());
    if (first.size() < KEPT_AT_THE_HEAD) {
      first.add(seenItem);
    }
    latest.addLast(seenItem);
    if (latest.size() > KEPT_AT_THE_END) {
      latest.removeFirst();
    }
  }

  void addAll(Iterable<SeenItem> seenItems) {
    seenItems.forEach(this::add);
  }

  /** Takes over all that another has; what is known to both counts as the other has it. */
  void merge(SeenItems other) {
    versions.putAll(other.versions);
    addAll(other.summary());
  }

  boolean holds(SeenItem seenItem) {
    Long version = versions.get(seenItem.key());
    return version != null && version == seenItem.version();
  }

  boolean holdsAnyOf(List<SeenItem> seenItems) {
    return seenItems.stream().anyMatch(this::holds);
  }

  boolean holdsAllOf(List<SeenItem> seenItems) {
    return seenItems.stream().allMatch(this::holds);
  }

  void clear() {
    versions.clear();
    first.clear();
    latest.clear();
  }

  /**
   * A bounded part of the sightings, the ones most likely to be met again: enough to go on from, if
   * not all.
   */
  List<SeenItem> summary() {
    List<SeenItem> summary = new ArrayList<>(first.size() + latest.size());
    summary.addAll(first);
    summary.addAll(latest);
    // A sighting at the head can be older than one in the middle: only what still holds is worth
    // keeping.
    summary.removeIf(seenItem -> !holds(seenItem));
    return summary.stream().distinct().toList();
  }
}
