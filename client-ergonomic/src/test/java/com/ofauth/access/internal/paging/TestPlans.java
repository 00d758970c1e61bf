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
    WalkState begin =
        query
            .resumeFrom()
            .map(checkpoint -> owner.resume(checkpoint))
            .orElseGet(() -> WalkState.begin(query.startAt()));
    return new WalkPlan<>(
        () -> source, Item::key, Item::version, reorderDirection, query, () -> owner, begin, false);
  }

  /** Reads a walk to its end. */
  static void readAll(Walk<Item> walk, List<Item> items) {
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      items.addAll(page.items());
    }
  }
}
