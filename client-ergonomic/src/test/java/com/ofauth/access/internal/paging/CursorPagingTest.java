package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.PagingMode;
import com.ofauth.access.UndecodableItemsException;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.paging.ChangingList.Item;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists whose pages begin behind an item that a cursor names, not at an offset. */
class CursorPagingTest {
  private final List<Long> list = new ArrayList<>(LongStream.rangeClosed(1, 55).boxed().toList());

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void givesEachItemOnceWhileOthersComeAndGo(PagingMode mode) {
    List<Long> given = new ArrayList<>();
    long newest = 0;
    Walk<Item> walk = walk(mode, null);
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      given.addAll(keys(page));
      list.add(0, --newest);
      // The item that the next page begins behind is gone, too.
      list.remove(given.get(given.size() - 1));
    }

    assertThat(given).containsExactlyElementsOf(LongStream.rangeClosed(1, 55).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void goesOnBehindTheCursorOfACheckpoint(PagingMode mode) {
    Walk<Item> walk = walk(mode, null);
    List<Long> given = new ArrayList<>(keys(Objects.requireNonNull(walk.next())));
    Walk<Item> resumed = walk(mode, Checkpoint.parse(walk.checkpoint().toString()));

    items(resumed).forEach(item -> given.add(item.key()));

    assertThat(given).containsExactlyElementsOf(LongStream.rangeClosed(1, 55).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void givesNothingFromTheCheckpointOfAFinishedWalk(PagingMode mode) {
    Walk<Item> walk = walk(mode, null);
    items(walk);

    assertThat(items(walk(mode, walk.checkpoint()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void endsWithAnErrorWhereTheServiceLeadsInACircle(PagingMode mode) {
    PageSource<Item> circle =
        (position, fresh) -> {
          boolean odd = "odd".equals(position.cursor());
          return page(position, List.of(odd ? 1L : 2L), PageStart.behind(odd ? "even" : "odd"));
        };

    assertThatThrownBy(() -> items(plan(circle, mode, null).walk(Runnable::run)))
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("points back to cursor odd");
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void endsWithAnErrorWhereTheCursorIsMissing(PagingMode mode) {
    PageSource<Item> lost =
        (position, fresh) ->
            page(position, List.of(1L), position.cursor() == null ? PageStart.behind("a") : null);

    assertThatThrownBy(() -> items(plan(lost, mode, null).walk(Runnable::run)))
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("no cursor for the next page");
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void countsItemsThatLookAlikeOnEachPage(PagingMode mode) {
    PageSource<Item> sound = source();
    PageSource<Item> source =
        (position, fresh) -> {
          FetchedPage<Item> page =
              sound.fetch(new PageRequest(position.start(), position.limit() - 1), fresh);
          UndecodableItem broken = new UndecodableItem(0, "no key", "{}");
          return new FetchedPage<>(
              position,
              page.items(),
              page.slots() + 1,
              List.of(broken),
              /* deviations= */ List.of(),
              page.hasMore(),
              page.given(),
              page.response(),
              /* ahead= */ false);
        };
    Walk<Item> walk = plan(source, mode, null).walk(Runnable::run);
    List<Long> given = new ArrayList<>(keys(Objects.requireNonNull(walk.next())));
    Walk<Item> resumed = plan(source, mode, walk.checkpoint()).walk(Runnable::run);

    assertThatThrownBy(
            () -> {
              for (Page<Item> page = resumed.next(); page != null; page = resumed.next()) {
                given.addAll(keys(page));
              }
            })
        .isInstanceOfSatisfying(
            UndecodableItemsException.class, e -> assertThat(e.count()).isEqualTo(3));
    assertThat(given).containsExactlyElementsOf(list);
    Walk<Item> over = plan(source, mode, resumed.checkpoint()).walk(Runnable::run);
    assertThat(items(over)).isEmpty();
  }

  @Test
  void stopsAtTheItemsThatWereAskedFor() {
    ChatListQuery query = ChatListQuery.builder().maxItems(25).build();
    Walk<Item> walk = TestPlans.plan(source(), ReorderDirection.NONE, query).walk(Runnable::run);

    assertThat(items(walk)).hasSize(25);
    assertThat(items(walk(PagingMode.EXACTLY_ONCE, walk.checkpoint()))).hasSize(30);
  }

  private Walk<Item> walk(PagingMode mode, @Nullable Checkpoint checkpoint) {
    return plan(source(), mode, checkpoint).walk(Runnable::run);
  }

  private static WalkPlan<Item> plan(
      PageSource<Item> source, PagingMode mode, @Nullable Checkpoint checkpoint) {
    return TestPlans.plan(
        source,
        ReorderDirection.NONE,
        ChatListQuery.builder().pagingMode(mode).resumeFrom(checkpoint).build());
  }

  /** Items by descending age: a page begins behind the item of the cursor, there or not. */
  private PageSource<Item> source() {
    return (position, fresh) -> {
      long behind = Objects.requireNonNullElse(position.cursorAsNumber(), Long.MIN_VALUE);
      List<Long> rest = list.stream().filter(key -> key > behind).toList();
      List<Long> keys = rest.subList(0, Math.min(position.limit(), rest.size()));
      boolean more = keys.size() < rest.size();
      return page(
          position, keys, ListEndpoint.startBehind(more ? keys.get(keys.size() - 1) : null), more);
    };
  }

  private static FetchedPage<Item> page(
      PageRequest position, List<Long> keys, @Nullable PageStart next) {
    return page(position, keys, next, true);
  }

  private static FetchedPage<Item> page(
      PageRequest position, List<Long> keys, @Nullable PageStart next, boolean more) {
    List<Item> items = keys.stream().map(key -> new Item(key, 0, false)).toList();
    DecodedPage<Item> content =
        new DecodedPage<>(items, items.size(), more, next, List.of(), List.of());
    return FetchedPage.of(position, content, List.of(), ApiResponse.of(content));
  }

  private static List<Item> items(Walk<Item> walk) {
    List<Item> items = new ArrayList<>();
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      items.addAll(page.items());
    }
    return items;
  }

  private static List<Long> keys(Page<Item> page) {
    return page.items().stream().map(Item::key).toList();
  }
}
