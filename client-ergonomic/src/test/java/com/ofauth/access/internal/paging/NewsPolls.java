package com.ofauth.access.internal.paging;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.internal.paging.Baseline.Entry;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;

/** Polls of a list, what they start from, and what happens to the list. */
final class NewsPolls {
  private NewsPolls() {}

  static NewsPoll.News<Item> poll(PageSource<Item> source, Baseline since) {
    return new NewsPoll<>(plan(), source, since).result();
  }

  /** The keys of the part of a list that begins at an index, the lowest first. */
  static List<Long> oldestFirst(ServiceModel list, int index, int count) {
    List<Long> keys = new ArrayList<>(list.shown().subList(index, index + count));
    Collections.reverse(keys);
    return keys;
  }

  /** Changes a list before a request, counted from 0. */
  static void before(ServiceModel list, int number, Runnable change) {
    IntConsumer others = list.script;
    list.script =
        request -> {
          others.accept(request);
          if (request == number) {
            change.run();
          }
        };
  }

  static void leave(ServiceModel list, int index, int count) {
    list.shown().subList(index, index + count).forEach(list::remove);
  }

  /** Makes items at and below an index active, the highest first: their order turns round. */
  static void activity(ServiceModel list, int index, int count) {
    for (long key : list.shown().subList(index, index + count)) {
      list.activity(key);
    }
  }

  /** What a checkpoint of now holds. */
  static Baseline head(ServiceModel list) {
    FetchedPage<Item> page = list.fetch(PageRequest.atOffset(0, 20), true);
    list.sent.clear();
    return NewsPoll.first(page, plan());
  }

  /** A baseline that has left out all others. */
  static Baseline sparse(ServiceModel service, long... keys) {
    List<Entry> entries = new ArrayList<>();
    int next = 0;
    for (long key : keys) {
      int index = service.indexOf(key);
      long mark = plan().sight(service.get(key)).mark();
      entries.add(new Entry(mark, /* joins= */ true, index - next));
      next = index + 1;
    }
    return new Baseline(entries, service.size() - next, true, /* complete= */ false, false, false);
  }

  static Entry entry(Item item, boolean joins) {
    return new Entry(plan().sight(item).mark(), joins, 0);
  }

  /** A baseline that knows the whole list. */
  static Baseline all(ServiceModel list) {
    WalkPlan<Item> plan = plan();
    List<Entry> entries =
        list.shownItems().stream()
            .map(item -> new Entry(plan.sight(item).mark(), /* joins= */ true, 0))
            .toList();
    return new Baseline(entries, 0, true, /* complete= */ true, false, false);
  }

  private static WalkPlan<Item> plan() {
    return ServiceModel.of(0).plan(ChatListQuery.all());
  }
}
