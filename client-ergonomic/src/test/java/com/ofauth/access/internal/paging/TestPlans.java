package com.ofauth.access.internal.paging;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.ListQuery;
import com.ofauth.access.Page;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.paging.ChangingList.Item;
import com.ofauth.access.internal.reading.Walk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over a {@link ChangingList}. */
public final class TestPlans {
  private TestPlans() {}

  public static Walk<Item> walk(ChangingList list, Scenario scenario, PagingMode mode) {
    return walk(list, scenario, mode, null);
  }

  public static Walk<Item> walk(
      ChangingList list, Scenario scenario, PagingMode mode, @Nullable Checkpoint checkpoint) {
    ChatListQuery query =
        ChatListQuery.builder()
            .pageSize(scenario.pageSize())
            .lookAhead(scenario.lookAhead())
            .pagingMode(mode)
            .resumeFrom(checkpoint)
            .build();
    return plan(list, scenario.reorderDirection(), query).walk(Runnable::run);
  }

  static WalkPlan<Item> plan(
      PageSource<Item> source, ReorderDirection reorderDirection, ListQuery query) {
    CheckpointScope owner = CheckpointScope.of("listItems", "conn_test", "", query);
    return plan(new Listed(source, owner), reorderDirection, query);
  }

  /** A plan as the query says, from its checkpoint if it has one. */
  static <T> WalkPlan<T> plan(
      WalkedList<T> list, ReorderDirection reorderDirection, ListQuery query) {
    WalkState resumed =
        query.resumeFrom().map(from -> list.checkpointScope().resume(from)).orElse(null);
    return new WalkPlan<>(list, reorderDirection, query, resumed, /* copies= */ false);
  }

  private record Listed(PageSource<Item> source, CheckpointScope checkpointScope)
      implements WalkedList<Item> {
    @Override
    public long key(Item item) {
      return item.key();
    }

    @Override
    public Object versionOf(Item item) {
      return item.version();
    }
  }

  /** Reads a walk to its end. */
  static void readAll(Walk<Item> walk, List<Item> items) {
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      items.addAll(page.items());
    }
  }
}
