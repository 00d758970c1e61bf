package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.paging.ChangingList.Item;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks that follow where the service points, and the checkpoints of their pages. */
final class PlainWalkTest {
  private static final int SIZE = 55;

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void theCheckpointOfAPageStaysWhatItIsWhileTheWalkGoesOn(PagingMode mode) {
    Walk<Item> walk = walk(mode, null);
    Page<Item> first = next(walk);
    Page<Item> second = next(walk);

    assertThat(next(walk(mode, parsed(first))).items()).isEqualTo(second.items());
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void eachPageLeadsToTheNextAndTheLastToTheEnd(PagingMode mode) {
    List<Long> given = new ArrayList<>();
    int requests = 0;
    Walk<Item> walk = walk(mode, null);
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      page.items().forEach(item -> given.add(item.key()));
      requests++;
      walk = walk(mode, parsed(page));
    }

    assertThat(given).containsExactlyElementsOf(LongStream.rangeClosed(1, SIZE).boxed().toList());
    assertThat(requests).isEqualTo(3);
  }

  @Test
  void closesItsSource() {
    AtomicInteger closed = new AtomicInteger();
    PageSource<Item> source =
        new PageSource<>() {
          @Override
          public FetchedPage<Item> fetch(PageRequest position, boolean fresh) {
            return page(position);
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    plan(source, PagingMode.PLAIN, null).walk(source).close();

    assertThat(closed).hasValue(1);
  }

  private static Walk<Item> walk(PagingMode mode, @Nullable Checkpoint from) {
    return plan((position, fresh) -> page(position), mode, from).walk(Runnable::run);
  }

  private static WalkPlan<Item> plan(
      PageSource<Item> source, PagingMode mode, @Nullable Checkpoint from) {
    return TestPlans.plan(
        source,
        ReorderDirection.NONE,
        ChatListQuery.builder().pagingMode(mode).resumeFrom(from).build());
  }

  private static Page<Item> next(Walk<Item> walk) {
    return Objects.requireNonNull(walk.next());
  }

  private static Checkpoint parsed(Page<Item> page) {
    return Checkpoint.parse(page.checkpoint().toString());
  }

  /** A page of the items 1 to 55, which begins behind the item that the cursor names. */
  private static FetchedPage<Item> page(PageRequest position) {
    long behind = Objects.requireNonNullElse(position.cursorAsNumber(), 0L);
    long last = Math.min(behind + position.limit(), SIZE);
    List<Item> items =
        LongStream.rangeClosed(behind + 1, last).mapToObj(k -> new Item(k, k, false)).toList();
    boolean more = last < SIZE;
    DecodedPage<Item> content =
        new DecodedPage<>(
            items,
            items.size(),
            more,
            more ? ListEndpoint.startBehind(last) : null,
            /* broken= */ List.of(),
            /* deviations= */ List.of());
    return FetchedPage.of(position, content, /* broken= */ List.of(), ApiResponse.of(content));
  }
}
