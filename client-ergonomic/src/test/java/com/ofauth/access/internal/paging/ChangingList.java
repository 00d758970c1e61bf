package com.ofauth.access.internal.paging;

import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.paging.Scenario.Change;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import com.ofauth.access.internal.util.Fingerprint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list in memory that is served by offset and changes between the requests as a scenario says. It
 * notes which items were in the list at every request, since the promise is about those.
 */
public final class ChangingList implements PageSource<ChangingList.Item> {
  public record Item(long key, long version, boolean hidden) {}

  private final Scenario scenario;
  private final List<Item> items = new ArrayList<>();
  private @Nullable Set<Long> stayed;
  private long nextKey;
  private long nextVersion;
  private int requests;

  public ChangingList(Scenario scenario) {
    this.scenario = scenario;
    for (int i = 0; i < scenario.items(); i++) {
      items.add(newItem());
    }
  }

  @Override
  public synchronized FetchedPage<Item> fetch(PageRequest position, boolean fresh) {
    for (Change change : scenario.changes()) {
      if (change.beforeRequest() == requests) {
        apply(change);
      }
    }
    requests++;
    if (stayed == null || !scenario.changes().isEmpty()) {
      noteWhatStayed();
    }
    int from = (int) Math.min(position.offset(), items.size());
    int to = Math.min(from + position.limit(), items.size());
    List<Item> shown = items.subList(from, to).stream().filter(item -> !item.hidden()).toList();
    return new FetchedPage<>(
        position,
        shown,
        shown.size(),
        /* broken= */ List.of(),
        /* deviations= */ List.of(),
        to < items.size(),
        PageStart.atOffset(to),
        ApiResponse.of(shown),
        /* ahead= */ false);
  }

  /** The keys of the items that were in the list at each request so far. */
  Set<Long> stayed() {
    return stayed == null ? Set.of() : stayed;
  }

  int requests() {
    return requests;
  }

  static SeenItem sight(Item item) {
    return new SeenItem(item.key(), Fingerprint.of(item.version()));
  }

  private void noteWhatStayed() {
    Set<Long> now = new HashSet<>();
    items.stream().filter(item -> !item.hidden()).map(Item::key).forEach(now::add);
    if (stayed != null) {
      now.retainAll(stayed);
    }
    stayed = now;
  }

  private void apply(Change change) {
    switch (change.kind()) {
      case INSERT -> items.add(place(change, items.size() + 1), newItem());
      case NEW_AT_END_OF_ACTIVITY -> items.add(endOfActivity(), newItem());
      case REMOVE -> {
        if (!items.isEmpty()) {
          items.remove(place(change, items.size()));
        }
      }
      case ACTIVITY -> {
        if (!items.isEmpty()) {
          Item moved = items.remove(place(change, items.size()));
          items.add(endOfActivity(), new Item(moved.key(), nextVersion++, moved.hidden()));
        }
      }
    }
  }

  private int endOfActivity() {
    return scenario.reorderDirection() == ReorderDirection.TO_HEAD ? 0 : items.size();
  }

  private static int place(Change change, int size) {
    return (int) (change.place() * size);
  }

  private Item newItem() {
    long key = nextKey++;
    boolean hidden = scenario.hiddenRun() > 0 && key % (scenario.hiddenRun() + 1) != 0;
    return new Item(key, nextVersion++, hidden);
  }
}
