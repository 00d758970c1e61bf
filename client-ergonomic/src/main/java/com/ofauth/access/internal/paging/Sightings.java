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
final class Sightings {
  private static final int KEPT_AT_THE_HEAD = 20;
  private static final int KEPT_AT_THE_END = 60;

  /** One item as it was seen last. */
  record Sighting(long key, long version) {}

  private final Map<Long, Long> versions = new HashMap<>();
  private final List<Sighting> first = new ArrayList<>();
  private final Deque<Sighting> latest = new ArrayDeque<>();

  void add(Sighting sighting) {
    versions.put(sighting.key(), sighting.version());
    if (first.size() < KEPT_AT_THE_HEAD) {
      first.add(sighting);
    }
    latest.addLast(sighting);
    if (latest.size() > KEPT_AT_THE_END) {
      latest.removeFirst();
    }
  }

  void addAll(Iterable<Sighting> sightings) {
    sightings.forEach(this::add);
  }

  /** Takes over all that another has; what is known to both counts as the other has it. */
  void merge(Sightings other) {
    versions.putAll(other.versions);
    addAll(other.summary());
  }

  boolean holds(Sighting sighting) {
    Long version = versions.get(sighting.key());
    return version != null && version == sighting.version();
  }

  boolean holdsAnyOf(List<Sighting> sightings) {
    return sightings.stream().anyMatch(this::holds);
  }

  boolean holdsAllOf(List<Sighting> sightings) {
    return sightings.stream().allMatch(this::holds);
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
  List<Sighting> summary() {
    List<Sighting> summary = new ArrayList<>(first.size() + latest.size());
    summary.addAll(first);
    summary.addAll(latest);
    // A sighting at the head can be older than one in the middle: only what still holds is worth
    // keeping.
    summary.removeIf(sighting -> !holds(sighting));
    return summary.stream().distinct().toList();
  }
}
