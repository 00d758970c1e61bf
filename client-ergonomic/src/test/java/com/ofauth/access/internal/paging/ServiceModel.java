package com.ofauth.access.internal.paging;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.ListQuery;
import com.ofauth.access.Page;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What the service does, in as few words as possible: a list that is cut by offset and limit, with
 * items that are pinned, hidden by a filter, or have no version. It changes before each request as
 * a script says, and notes which items a reader could have seen at every request.
 */
final class ServiceModel implements PageSource<ServiceModel.Item> {

  /** One item as it is now. */
  record Item(long key, @Nullable Long version, boolean hidden, boolean pinned) {}

  private record Listed(PageSource<Item> source, CheckpointScope checkpointScope)
      implements WalkedList<Item> {
    @Override
    public long key(Item item) {
      return item.key();
    }

    @Override
    public @Nullable Object versionOf(Item item) {
      return item.version();
    }
  }

  /** One request as it was sent. */
  record Sent(long offset, int limit) {}

  /** How the service cuts its pages. */
  enum Slicing {
    /** The filtered list is cut. */
    FILTER_FIRST,
    /** The whole list is cut, and each page is filtered then. */
    FILTER_LAST,
    /** The service looks on until the page is full, and says where it stopped. */
    SCAN_UNTIL_FULL
  }

  private final List<Item> items = new ArrayList<>();
  final List<Sent> sent = new ArrayList<>();
  Slicing slicing = Slicing.FILTER_FIRST;
  ReorderDirection reorderDirection = ReorderDirection.TO_HEAD;

  /** Whether a page says where the next one begins. */
  boolean givesNext = true;

  /** Whether only an empty page ends the list. */
  boolean endsWithAnEmptyPage;

  /** The most items that a page holds, whatever was asked for. */
  int cap = 20;

  /** Called with the number of each request, from 0, before it is answered. */
  IntConsumer script = request -> {};

  /** Whether to note what stays; takes time where a long list changes at each request. */
  boolean notesWhatStays = true;

  /** Whether the walk that reads it is over. */
  boolean closed;

  private @Nullable Set<Long> stayed;

  /** What the filter lets through, or null when it has to be looked at anew. */
  private @Nullable List<Item> filtered;

  private boolean changed = true;
  private long nextVersion = 500_000;

  /** Adds items with these keys at the end. */
  ServiceModel with(long... keys) {
    for (long key : keys) {
      // The first is the newest.
      items.add(new Item(key, nextVersion--, false, false));
    }
    nextVersion = 1_000_000;
    changed();
    return this;
  }

  /** A list of items 1 to {@code count}. */
  static ServiceModel of(int count) {
    return new ServiceModel().with(LongStream.rangeClosed(1, count).toArray());
  }

  @Override
  public void close() {
    closed = true;
  }

  void activity(long key) {
    Item item = remove(key);
    if (item != null) {
      items.add(endOfActivity(), new Item(key, nextVersion++, item.hidden(), item.pinned()));
      changed();
    }
  }

  void activityAt(int index) {
    activity(items.get(index).key());
  }

  /** A new item, or one that was away, comes where activity shows. */
  void come(long key) {
    items.add(endOfActivity(), new Item(key, nextVersion++, false, false));
    changed();
  }

  void insertAt(int index, long key) {
    items.add(index, new Item(key, nextVersion++, false, false));
    changed();
  }

  @Nullable Item remove(long key) {
    int index = indexOf(key);
    changed();
    return index < 0 ? null : items.remove(index);
  }

  void hide(long key, boolean hidden) {
    Item item = get(key);
    items.set(indexOf(key), new Item(key, item.version(), hidden, item.pinned()));
    changed();
  }

  void unversion(long key) {
    Item item = get(key);
    items.set(indexOf(key), new Item(key, null, item.hidden(), item.pinned()));
    changed();
  }

  /** Moves an item without telling it by a version. */
  void putOff(long key, int index) {
    Item item = get(key);
    items.remove(item);
    items.add(Math.min(index, items.size()), item);
    changed();
  }

  /** Changes an item in its place. */
  void edit(long key) {
    Item item = get(key);
    items.set(indexOf(key), new Item(key, nextVersion++, item.hidden(), item.pinned()));
    changed();
  }

  /** Puts an item that is or was in the list to another place, as it is given. */
  void put(Item item, int index) {
    items.removeIf(other -> other.key() == item.key());
    items.add(Math.min(index, items.size()), item);
    changed();
  }

  void pin(long key) {
    Item item = get(key);
    items.remove(item);
    items.add(0, new Item(key, item.version(), item.hidden(), true));
    changed();
  }

  private void changed() {
    changed = true;
    filtered = null;
  }

  /** All items, hidden or not. */
  int size() {
    return items.size();
  }

  long keyAt(int index) {
    return items.get(index).key();
  }

  Item get(long key) {
    return items.get(indexOf(key));
  }

  int indexOf(long key) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).key() == key) {
        return i;
      }
    }
    return -1;
  }

  private int endOfActivity() {
    return reorderDirection == ReorderDirection.TO_HEAD ? pins() : items.size();
  }

  int pins() {
    return (int) items.stream().filter(Item::pinned).count();
  }

  /** Puts an item back among those whose versions are older and newer. */
  void putBack(Item item) {
    int index = 0;
    Long version = item.version();
    while (index < items.size() && !isOlder(items.get(index), version)) {
      index++;
    }
    items.add(item.pinned() ? 0 : index, item);
    changed();
  }

  private static boolean isOlder(Item item, @Nullable Long version) {
    Long own = item.version();
    return !item.pinned() && own != null && version != null && own <= version;
  }

  /** The items that a reader can see now. */
  List<Item> shownItems() {
    return filtered();
  }

  /** The keys that a reader can see now, in the order of the list. */
  List<Long> shown() {
    return filtered().stream().map(Item::key).toList();
  }

  private List<Item> filtered() {
    if (filtered == null) {
      filtered = items.stream().filter(item -> !item.hidden()).toList();
    }
    return filtered;
  }

  /** The keys that a reader could have seen at every request so far. */
  Set<Long> stayed() {
    return stayed == null ? new HashSet<>(shown()) : stayed;
  }

  int requests() {
    return sent.size();
  }

  /** At how many places the service was asked for more than it sends. */
  long shortPages() {
    return sent.stream().filter(s -> s.limit() > cap).map(Sent::offset).distinct().count();
  }

  @Override
  public synchronized FetchedPage<Item> fetch(PageRequest position, boolean fresh) {
    script.accept(sent.size());
    sent.add(new Sent(position.offset(), position.limit()));
    if (sent.size() > 20_000) {
      throw new AssertionError("a walk that does not end");
    }
    if (position.limit() < 1 || position.limit() > 20) {
      throw new IllegalArgumentException("limit " + position.limit());
    }
    if (changed && notesWhatStays) {
      Set<Long> now = new HashSet<>(shown());
      if (stayed != null) {
        now.retainAll(stayed);
      }
      stayed = now;
      changed = false;
    }
    int limit = Math.min(position.limit(), cap);
    List<Item> list = slicing == Slicing.FILTER_FIRST ? filtered() : items;
    int from = (int) Math.min(position.offset(), list.size());
    int to = slicing == Slicing.SCAN_UNTIL_FULL ? from : Math.min(from + limit, list.size());
    if (slicing == Slicing.SCAN_UNTIL_FULL) {
      for (int found = 0; to < list.size() && found < limit; to++) {
        found += list.get(to).hidden() ? 0 : 1;
      }
    }
    List<Item> shown = list.subList(from, to).stream().filter(item -> !item.hidden()).toList();
    boolean more = endsWithAnEmptyPage ? !shown.isEmpty() || to < list.size() : to < list.size();
    return new FetchedPage<>(
        position,
        shown,
        shown.size(),
        /* broken= */ List.of(),
        /* deviations= */ List.of(),
        more,
        givesNext ? PageStart.atOffset(to) : null,
        ApiResponse.of(shown),
        /* ahead= */ false);
  }

  /** The pages of this list if some items can't be decoded. */
  PageSource<Item> breaking(List<Long> keys) {
    return (position, fresh) -> {
      FetchedPage<Item> page = fetch(position, fresh);
      List<Item> readable = new ArrayList<>();
      List<UndecodableItem> broken = new ArrayList<>();
      for (Item item : page.items()) {
        if (keys.contains(item.key())) {
          long slot = (long) readable.size() + broken.size();
          broken.add(new UndecodableItem(position.offset() + slot, "broken", null));
        } else {
          readable.add(item);
        }
      }
      DecodedPage<Item> content =
          new DecodedPage<>(
              readable, page.slots(), page.hasMore(), page.given(), List.of(), List.of());
      return FetchedPage.of(position, content, broken, page.response());
    };
  }

  /** A plan of a walk over this list. */
  WalkPlan<Item> plan(ListQuery query) {
    CheckpointScope owner = CheckpointScope.of("listItems", "conn_test", "", query);
    return TestPlans.plan(new Listed(this, owner), reorderDirection, query);
  }

  /** A plan of a copy of this list. */
  WalkPlan<Item> copy(WalkState begin) {
    WalkPlan<Item> plan = plan(ChatListQuery.all());
    return new WalkPlan<>(
        plan.list(), reorderDirection, ChatListQuery.all(), begin, /* copies= */ true);
  }

  Walk<Item> walk(ListQuery query) {
    return plan(query).walk(Runnable::run);
  }

  /** Reads a whole walk; gives the keys in the order in which they came. */
  List<Long> read(ListQuery query) {
    return read(query, new ArrayList<>());
  }

  List<Long> read(ListQuery query, List<Long> given) {
    Walk<Item> walk = walk(query);
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      if (page.items().isEmpty() || page.items().size() > query.pageSize()) {
        throw new AssertionError("a page of " + page.items().size());
      }
      page.items().forEach(item -> given.add(item.key()));
    }
    return given;
  }

  /** A page of another list, which says that there is more behind it. */
  static FetchedPage<Item> pageWithMore(PageRequest position, List<Item> items) {
    return new FetchedPage<>(
        position,
        items,
        items.size(),
        /* broken= */ List.of(),
        /* deviations= */ List.of(),
        /* hasMore= */ true,
        PageStart.atOffset(position.offset() + position.limit()),
        ApiResponse.of(items),
        /* ahead= */ false);
  }
}
