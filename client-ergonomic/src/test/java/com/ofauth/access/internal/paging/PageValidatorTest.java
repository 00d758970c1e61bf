package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.PagingException;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.paging.ChangingList.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that breaks the rules of paging is told so, once, and never followed into a loop. */
class PageValidatorTest {
  /**
   * The first page is right, so that there is something to have a checkpoint of; then the service
   * breaks a rule.
   */
  private static final int RIGHT = 20;

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void refusesAnEmptyPageThatSaysThereIsMore(PagingMode mode) {
    assertRefused(mode, pages(0, offset -> offset), "hasMore is true, but the page is empty");
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void refusesANextOffsetThatStandsStill(PagingMode mode) {
    assertRefused(mode, pages(20, offset -> offset), "does not advance");
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void refusesANextOffsetThatGoesBackward(PagingMode mode) {
    assertRefused(mode, pages(20, offset -> offset - 1), "does not advance");
    assertRefused(mode, pages(20, offset -> 0), "does not advance");
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void refusesANegativeNextOffset(PagingMode mode) {
    assertRefused(mode, pages(20, offset -> -5), "nextOffset is negative: -5");
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void refusesAPageLargerThanAsked(PagingMode mode) {
    assertRefused(mode, pages(21, offset -> offset + 21), "21 items, more than were asked for");
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void refusesTheSamePageForEver(PagingMode mode) {
    PageSource<Item> source = (position, fresh) -> page(position, 0, 20, position.offset() + 20);
    assertThatThrownBy(() -> readAll(source, mode, new ArrayList<>()))
        .isInstanceOf(PagingException.class);
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void refusesEmptyPagesForEver(PagingMode mode) {
    PageSource<Item> source =
        (position, fresh) ->
            page(position, 0, position.offset() == 0 ? 20 : 0, position.offset() + 20);
    assertThatThrownBy(() -> readAll(source, mode, new ArrayList<>()))
        .isInstanceOf(PagingException.class);
  }

  private static void assertRefused(PagingMode mode, PageSource<Item> source, String rule) {
    List<Item> given = new ArrayList<>();
    assertThatThrownBy(() -> readAll(source, mode, given))
        .hasMessageContaining(rule)
        .isInstanceOfSatisfying(
            PagingException.class,
            e -> {
              WalkState reached =
                  CheckpointCodec.decode(bridge().body(e.checkpoint().orElseThrow())).state();
              assertThat(reached.planner().start()).isBetween(RIGHT - 1L, (long) RIGHT);
              assertThat(given).hasSize(RIGHT);
            });
  }

  private static void readAll(PageSource<Item> source, PagingMode mode, List<Item> given) {
    ChatListQuery query = ChatListQuery.builder().pagingMode(mode).build();
    TestPlans.readAll(
        TestPlans.plan(source, ReorderDirection.TO_HEAD, query).walk(Runnable::run), given);
  }

  private static PageSource<Item> pages(int wrongSize, LongUnaryOperator wrongNext) {
    return (position, fresh) ->
        position.offset() == 0
            ? page(position, 0, RIGHT, RIGHT)
            : page(
                position, position.offset(), wrongSize, wrongNext.applyAsLong(position.offset()));
  }

  private static FetchedPage<Item> page(PageRequest position, long firstKey, int size, long next) {
    List<Item> items =
        LongStream.range(firstKey, firstKey + size)
            .mapToObj(key -> new Item(key, key, false))
            .toList();
    return new FetchedPage<>(
        position,
        items,
        items.size(),
        /* broken= */ List.of(),
        /* deviations= */ List.of(),
        /* hasMore= */ true,
        ListEndpoint.startAt(next),
        ApiResponse.of(items),
        /* ahead= */ false);
  }
}
