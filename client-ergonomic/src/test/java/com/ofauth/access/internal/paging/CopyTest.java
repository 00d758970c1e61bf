package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.api.ApiBridge;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Copies of a list that stop and go on from bounded checkpoints. */
final class CopyTest {

  @Test
  void copiesItemsWithoutAVersionOnceWhereverItStops() {
    for (int stop = 1; stop <= 60; stop++) {
      ServiceModel service = ServiceModel.of(60);
      for (long key = 1; key <= 60; key++) {
        if (key % 5 > 1) {
          service.unversion(key);
        }
      }
      List<Long> given = new ArrayList<>();
      Checkpoint reached = read(service, null, stop, given);
      while (reached != null) {
        reached = read(service, reached, 23, given);
      }

      assertThat(given)
          .as("stopped after %s", stop)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
    }
  }

  @Test
  void tellsThatItMayRepeatWhereTheItemsThatItGaveLastHaveAllMoved() {
    ServiceModel service = ServiceModel.of(200);
    List<Long> given = new ArrayList<>();
    Checkpoint reached = read(service, null, 100, given);
    for (long key = 80; key <= 100; key++) {
      service.activity(key);
    }
    ExactlyOnceWalk<Item> rest = walk(service, reached);
    for (Page<Item> page = rest.next(); page != null; page = rest.next()) {
      page.items().forEach(item -> given.add(item.key()));
    }

    assertThat(given).containsAll(LongStream.rangeClosed(1, 200).boxed().toList());
    assertThat(rest.baseline().mayRepeat()).isTrue();
  }

  @Test
  void doesNotTellSoWhereOneOfThemIsLeft() {
    ServiceModel service = ServiceModel.of(200);
    List<Long> given = new ArrayList<>();
    Checkpoint reached = read(service, null, 100, given);
    for (long key = 82; key <= 100; key++) {
      service.activity(key);
    }
    ExactlyOnceWalk<Item> rest = walk(service, reached);
    for (Page<Item> page = rest.next(); page != null; page = rest.next()) {
      page.items().forEach(item -> given.add(item.key()));
    }

    assertThat(given).doesNotHaveDuplicates().hasSize(200);
    assertThat(rest.baseline().mayRepeat()).isFalse();
  }

  @Test
  void doesNotTellSoWhereAllThatItGaveIsKnownAndNothingHasAVersion() {
    ServiceModel service = ServiceModel.of(50);
    LongStream.rangeClosed(1, 50).forEach(service::unversion);
    Checkpoint reached = read(service, null, 20, new ArrayList<>());
    ExactlyOnceWalk<Item> rest = walk(service, reached);
    while (rest.next() != null) {}

    assertThat(rest.baseline().mayRepeat()).isFalse();
  }

  @Test
  void leavesWhatMovedToTheNewsThoughItGoesOnBelowPinnedItems() {
    ServiceModel service = pinned();
    List<Long> given = new ArrayList<>();
    Checkpoint reached = read(service, null, 13, given);
    moveBehindManyThatCame(service);
    ExactlyOnceWalk<Item> rest = walk(service, reached);
    for (Page<Item> page = rest.next(); page != null; page = rest.next()) {
      page.items().forEach(item -> given.add(item.key()));
    }

    assertThat(given).containsAll(LongStream.rangeClosed(1, 90).boxed().toList());
    assertThat(news(service, rest.baseline())).contains(5L);
  }

  @Test
  void aWalkTellsTheNewsSinceItBeganThoughItGoesOnBelowPinnedItems() {
    ServiceModel service = pinned();
    Walk<Item> begun = service.walk(ChatListQuery.builder().maxItems(13).build());
    List<Long> given = new ArrayList<>();
    for (Page<Item> page = begun.next(); page != null; page = begun.next()) {
      page.items().forEach(item -> given.add(item.key()));
    }
    moveBehindManyThatCame(service);
    ChatListQuery query =
        ChatListQuery.builder().resumeFrom(Checkpoint.parse(begun.checkpoint().toString())).build();
    ExactlyOnceWalk<Item> rest = new ExactlyOnceWalk<>(service.plan(query), service);
    for (Page<Item> page = rest.next(); page != null; page = rest.next()) {
      page.items().forEach(item -> given.add(item.key()));
    }

    assertThat(given).doesNotHaveDuplicates().hasSize(90 + 25);
    assertThat(news(service, rest.baseline())).contains(5L);
  }

  @Test
  void isAtItsEndWhereTheLastItemCantBeRead() {
    ServiceModel service = ServiceModel.of(5);
    PageSource<Item> source =
        (position, fresh) ->
            position.offset() == 0
                ? ServiceModel.pageWithMore(position, service.shownItems())
                : lastItemBroken(position);
    ExactlyOnceWalk<Item> walk = new ExactlyOnceWalk<>(service.copy(WalkState.begin(0)), source);
    while (walk.next() != null) {}

    assertThat(walk.baseline().ended()).isTrue();
    assertThat(state(walk.checkpoint()).baseline().ended()).isTrue();
  }

  private static FetchedPage<Item> lastItemBroken(PageRequest position) {
    List<UndecodableItem> broken = List.of(new UndecodableItem(position.offset(), "no id", "{}"));
    return new FetchedPage<>(
        position,
        /* items= */ List.of(),
        /* slots= */ 1,
        broken,
        /* deviations= */ List.of(),
        /* hasMore= */ false,
        /* given= */ null,
        ApiResponse.of(broken),
        /* ahead= */ false);
  }

  @Test
  void tellsThatItMayRepeatWhereItBeginsAnew() {
    ServiceModel service = ServiceModel.of(60);
    List<Long> given = new ArrayList<>();
    Checkpoint reached = read(service, null, 10, given);
    LongStream.rangeClosed(1, 10).forEach(service::remove);
    ExactlyOnceWalk<Item> rest = walk(service, reached);
    while (rest.next() != null) {}

    assertThat(rest.baseline().mayRepeat()).isTrue();
    service.activity(30);
    assertThat(news(service, rest.baseline())).containsExactly(30L);
  }

  /** What stands below the items that it had given before is as good as what stands above them. */
  @Test
  void leavesAFirmPlaceForThePollWhereItBeginsAnewAndTheListMovesOn() {
    ServiceModel service = ServiceModel.of(90);
    Checkpoint reached = read(service, null, 10, new ArrayList<>());
    LongStream.rangeClosed(1_001, 1_030).forEach(service::come);
    service.script =
        request -> {
          for (int i = 0; i < 7; i++) {
            service.come(2_000 + 7L * request + i);
          }
        };
    ExactlyOnceWalk<Item> rest = walk(service, reached);
    while (rest.next() != null) {}

    assertThat(rest.baseline().entries()).hasSizeGreaterThan(40).allMatch(Baseline.Entry::joins);
  }

  @Test
  void aWalkThatResumesBelowItsAnchorsLeavesAFirmPlaceForThePoll() {
    ServiceModel service = ServiceModel.of(100);
    Walk<Item> begun = service.walk(ChatListQuery.builder().maxItems(30).build());
    while (begun.next() != null) {}
    int requests = service.requests();
    service.script =
        request -> {
          if (request == requests + 1) {
            LongStream.rangeClosed(1_001, 1_022).forEach(service::come);
          }
        };
    ChatListQuery query =
        ChatListQuery.builder().resumeFrom(Checkpoint.parse(begun.checkpoint().toString())).build();
    ExactlyOnceWalk<Item> rest = new ExactlyOnceWalk<>(service.plan(query), service);
    while (rest.next() != null) {}

    assertThat(rest.baseline().mayRepeat()).isFalse();
    assertThat(news(service, rest.baseline())).isEmpty();
  }

  @Test
  void aWalkThatBeginsAnewTellsTheNewsSinceItBegan() {
    ServiceModel service = ServiceModel.of(60);
    Walk<Item> begun = service.walk(ChatListQuery.builder().maxItems(2).build());
    while (begun.next() != null) {}
    service.activity(1);
    service.activity(2);
    LongStream.rangeClosed(1_001, 1_090).forEach(service::come);
    ChatListQuery query =
        ChatListQuery.builder().resumeFrom(Checkpoint.parse(begun.checkpoint().toString())).build();
    ExactlyOnceWalk<Item> rest = new ExactlyOnceWalk<>(service.plan(query), service);
    while (rest.next() != null) {}

    assertThat(news(service, rest.baseline())).contains(1L, 2L);
  }

  private static ServiceModel pinned() {
    ServiceModel service = ServiceModel.of(90);
    service.pin(89);
    service.pin(90);
    return service;
  }

  /** What may come without news does not grow with the pages that bring none. */
  @Test
  void theSamePageForEverIsGivenUp() {
    ServiceModel service = ServiceModel.of(20);
    AtomicInteger requests = new AtomicInteger();
    PageSource<Item> same =
        (position, fresh) -> {
          assertThat(requests.incrementAndGet()).isLessThan(2_000);
          return ServiceModel.pageWithMore(position, service.shownItems());
        };
    Walk<Item> walk = new ExactlyOnceWalk<>(service.copy(WalkState.begin(0)), same);
    walk.next();

    assertThatThrownBy(walk::next)
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("pages in a row brought nothing new");
  }

  private static void moveBehindManyThatCame(ServiceModel service) {
    service.activity(5);
    for (long key = 1_000; key < 1_025; key++) {
      service.come(key);
    }
  }

  private static List<Long> news(ServiceModel service, Baseline since) {
    return new NewsPoll<>(service.plan(ChatListQuery.all()), service, since)
        .result().items().stream().map(Item::key).toList();
  }

  /** Copies so many items; gives where to go on, or null if that was the end. */
  private static @Nullable Checkpoint read(
      ServiceModel service, @Nullable Checkpoint from, int count, List<Long> given) {
    ExactlyOnceWalk<Item> walk = walk(service, from);
    int left = count;
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      for (int i = 0; i < page.items().size(); i++) {
        given.add(page.items().get(i).key());
        if (--left == 0) {
          return Checkpoint.parse(ApiBridge.bridge().checkpointAfter(page, i).toString());
        }
      }
    }
    return null;
  }

  private static ExactlyOnceWalk<Item> walk(ServiceModel service, @Nullable Checkpoint from) {
    WalkState state = from == null ? WalkState.begin(0) : state(from);
    return new ExactlyOnceWalk<>(service.copy(state), service);
  }

  private static WalkState state(Checkpoint checkpoint) {
    return CheckpointCodec.decode(ApiBridge.bridge().body(checkpoint)).state();
  }
}
