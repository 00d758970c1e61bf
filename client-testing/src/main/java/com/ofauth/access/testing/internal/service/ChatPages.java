package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.FilterMode;
import com.ofauth.access.testing.internal.exchange.PageBody;
import com.ofauth.access.testing.internal.exchange.PageBody.Asked;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Cuts pages out of a list of chats. Guarded by its connection's lock. */
public final class ChatPages {
  private final Map<Long, Set<Long>> userLists = new HashMap<>();
  private FilterMode filterMode = FilterMode.BEFORE_SLICING;

  public void setUserList(long listId, Set<Long> userIds) {
    userLists.put(listId, userIds);
  }

  public void filterMode(FilterMode mode) {
    filterMode = mode;
  }

  public void clear() {
    userLists.clear();
    filterMode = FilterMode.BEFORE_SLICING;
  }

  public PageBody page(OrderedItems<ChatEntry> chats, ChatSelection selection, Asked asked) {
    int size = chats.size();
    IntFunction<ChatEntry> list =
        selection.oldestFirst() ? i -> chats.get(size - 1 - i) : chats::get;
    if (selection.takesAll()) {
      return Slicer.filterThenSlice(size, list, null, asked);
    }
    Predicate<ChatEntry> filter =
        entry ->
            isListed(selection.userListId(), entry)
                && selection.matchesFilter(entry)
                && selection.matchesQuery(entry);
    return switch (filterMode) {
      case BEFORE_SLICING -> Slicer.filterThenSlice(size, list, filter, asked);
      case AFTER_SLICING -> Slicer.sliceThenFilter(size, list, filter, asked);
      case SCANNING -> Slicer.scan(size, list, filter, asked);
    };
  }

  private boolean isListed(long userListId, ChatEntry entry) {
    return userListId == 0 || userLists.getOrDefault(userListId, Set.of()).contains(entry.id());
  }
}
