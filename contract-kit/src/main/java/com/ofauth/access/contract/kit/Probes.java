package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Probes of what parameters do, which the shape of a page does not show. A probe compares pages
 * with the first page of the list. On a list that moves it can fail though nothing is wrong, so the
 * caller repeats it.
 */
final class Probes {
  private final Spec.Operation operation;
  private final String limit;
  private final String offset;

  Probes(Spec.Operation operation) {
    this.operation = operation;
    limit = operation.paging().path("limitParameter").asText();
    offset = operation.paging().path("offsetParameter").asText();
  }

  /** Asks for a page: the parameters of the first page, some of them with other values. */
  @FunctionalInterface
  interface Asking {
    Page page(Map<String, String> parameters) throws NotVerifiedException;
  }

  /** Looks for a fault; empty if there is none. */
  @FunctionalInterface
  interface Looking {
    String fault(Page head, Asking asking) throws NotVerifiedException, NothingToTellException;
  }

  /**
   * One probe.
   *
   * @param name what it is about, such as {@code order=old}
   * @param expected what holds if it is kept
   */
  record Probe(String name, String expected, Looking looking) {}

  /** The list has too little in it to tell. */
  static final class NothingToTellException extends Exception {
    private static final long serialVersionUID = 1L;

    NothingToTellException(String message) {
      super(message, null, false, false);
    }
  }

  List<Probe> all() {
    List<Probe> probes = new ArrayList<>();
    if (!limit.isEmpty()) {
      probes.add(new Probe(limit + "=1", "the first item alone", this::oneItem));
    }
    if (!offset.isEmpty()) {
      probes.add(new Probe(offset + "=1", "the list from its second item on", this::secondOn));
    }
    if (operation.words("order").contains("old")) {
      probes.add(new Probe("order", "oldest first by old, newest first by recent", this::order));
    }
    List<String> filters = operation.words("filter");
    if (!filters.isEmpty()) {
      probes.add(
          new Probe("filter", "a part of the list", (head, ask) -> filters(filters, head, ask)));
    }
    List<String> types = operation.words("type");
    if (!types.isEmpty()) {
      probes.add(
          new Probe("type", "each item under one type", (head, ask) -> types(types, head, ask)));
    }
    return probes;
  }

  private String oneItem(Page head, Asking asking) throws NotVerifiedException {
    Page one = asking.page(Map.of(limit, "1"));
    if (one.items().size() != 1) {
      return "a page of " + one.items().size() + " items";
    }
    return one.keys().get(0).equals(head.keys().get(0)) ? "" : "another item";
  }

  private String secondOn(Page head, Asking asking)
      throws NotVerifiedException, NothingToTellException {
    needsTwo(head);
    Page rest = asking.page(Map.of(offset, "1"));
    List<String> expected = head.keys().subList(1, head.keys().size());
    if (rest.keys().equals(head.keys())) {
      return "the same as without";
    }
    boolean begins =
        rest.keys().size() >= expected.size()
            && rest.keys().subList(0, expected.size()).equals(expected);
    return begins ? "" : "other items";
  }

  private String order(Page head, Asking asking)
      throws NotVerifiedException, NothingToTellException {
    Page recent = asking.page(Map.of("order", "recent"));
    if (!recent.keys().equals(head.keys())) {
      return "another list by recent, which is the default";
    }
    needsTwo(head);
    Page old = asking.page(Map.of("order", "old"));
    int[] found = compare(old.items());
    if (found[0] + found[1] > 0) {
      return found[1] > found[0] ? "newest first by old" : "";
    }
    if (!old.keys().equals(head.keys())) {
      return "";
    }
    throw NotVerifiedException.one(
        "order: old and recent give the same list, and no times tell which comes first.");
  }

  /** How many neighbours with different times have the older first, and the newer first. */
  private static int[] compare(List<JsonNode> items) {
    int[] found = new int[2];
    for (int i = 1; i < items.size(); i++) {
      @Nullable Instant before = time(items.get(i - 1));
      @Nullable Instant after = time(items.get(i));
      if (before != null && after != null && !before.equals(after)) {
        found[before.isBefore(after) ? 0 : 1]++;
      }
    }
    return found;
  }

  private static @Nullable Instant time(JsonNode item) {
    try {
      return OffsetDateTime.parse(item.at("/lastMessage/createdAt").asText()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String filters(List<String> words, Page head, Asking asking)
      throws NotVerifiedException, NothingToTellException {
    boolean complete = head.isComplete();
    int same = 0;
    boolean proven = false;
    for (String word : words) {
      Page part = asking.page(Map.of("filter", word));
      if (complete && !head.keys().containsAll(part.keys())) {
        return "filter=" + word + " gives an item that the list does not have";
      }
      if (word.equals("unread")) {
        for (JsonNode item : part.items()) {
          JsonNode unread = item.path("unreadMessagesCount");
          if (unread.isIntegralNumber() && unread.asLong() == 0) {
            return "filter=unread gives an item without unread messages";
          }
        }
        proven =
            !part.isEmpty()
                && head.items().stream()
                    .anyMatch(item -> item.path("unreadMessagesCount").asText().equals("0"));
      }
      if (part.keys().equals(head.keys())) {
        same++;
      }
    }
    if (same == words.size() && !proven) {
      needsTwo(head);
      throw NotVerifiedException.one(
          "filter: each value gives the whole list, so that nothing shows that it is applied.");
    }
    return "";
  }

  private String types(List<String> words, Page head, Asking asking) throws NotVerifiedException {
    Map<String, String> seen = new LinkedHashMap<>();
    for (String word : words) {
      Page page = asking.page(Map.of("type", word));
      if (word.equals("sent") && !page.keys().equals(head.keys())) {
        return "another list by sent, which is the default";
      }
      Set<String> keys = new HashSet<>(page.keys());
      for (String key : keys) {
        String other = seen.putIfAbsent(key, word);
        if (other != null) {
          return "an item under " + other + " and under " + word;
        }
      }
    }
    return "";
  }

  private static void needsTwo(Page head) throws NothingToTellException {
    if (head.items().size() < 2) {
      throw new NothingToTellException("the list has one item only");
    }
  }
}
