package com.ofauth.access;

import com.ofauth.access.ChangingList.Item;
import org.jspecify.annotations.Nullable;

/** Walks over a {@link ChangingList}. */
final class TestPlans {
  private TestPlans() {}

  static Walk<Item> walk(ChangingList list, Scenario scenario, PagingMode mode) {
    return walk(list, scenario, mode, null);
  }

  static Walk<Item> walk(
      ChangingList list, Scenario scenario, PagingMode mode, @Nullable Checkpoint checkpoint) {
    ChatListQuery query =
        ChatListQuery.builder()
            .pageSize(scenario.pageSize())
            .lookAhead(scenario.lookAhead())
            .pagingMode(mode)
            .resumeFrom(checkpoint)
            .build();
    return plan(list, scenario.drift(), query).walk(Runnable::run);
  }

  static ListPlan<Item> plan(PageSource<Item> source, Drift drift, ListQuery query) {
    CheckpointOwner owner = CheckpointOwner.of("listItems", "conn_test", "", query);
    WalkState begin =
        query
            .resumeFrom()
            .map(checkpoint -> owner.resume(checkpoint, query.startAt()))
            .orElseGet(() -> WalkState.begin(query.startAt()));
    return new ListPlan<>(() -> source, Item::key, Item::version, drift, query, owner, begin);
  }
}
