package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.PagingException;
import com.ofauth.access.PagingMode;
import com.ofauth.access.ServerException;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a walk gives up, and what it has told by then. */
final class WalkLimitsTest {
  private final ServiceModel service = ServiceModel.of(60);

  @Test
  void aHeadThatShowsOnlyNewItemsLookAfterLookIsGivenUpAfterFiftyLooks() {
    AtomicLong next = new AtomicLong(1_000);
    service.script =
        request -> {
          if (request > 0 && service.sent.get(request - 1).offset() == 0) {
            for (int i = 0; i < 30; i++) {
              service.come(next.getAndIncrement());
            }
          }
        };
    List<Long> given = new ArrayList<>();

    assertThatThrownBy(() -> service.read(ChatListQuery.all(), given))
        .isInstanceOfSatisfying(PagingException.class, e -> assertThat(e.checkpoint()).isPresent())
        .hasMessageContaining(
            "The list changes faster than it can be read: after 50 looks its head still shows only"
                + " new activity");
    assertThat(given).doesNotHaveDuplicates().hasSize(1_571);
  }

  @Test
  void emptyPagesForEverAreGivenUpAfterAThousand() {
    AtomicInteger requests = new AtomicInteger();

    assertThatThrownBy(walk(emptyPages(requests))::next)
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("but sent 1000 pages in a row with nothing in them");
    assertThat(requests).hasValue(1_001);
  }

  @Test
  void aPlainWalkGivesThemUpAsSoonAndTellsWhereToGoOn() {
    AtomicInteger requests = new AtomicInteger();
    ChatListQuery plain = ChatListQuery.builder().pagingMode(PagingMode.PLAIN).build();

    assertThatThrownBy(service.plan(plain).walk(emptyPages(requests))::next)
        .isInstanceOfSatisfying(PagingException.class, e -> assertThat(e.checkpoint()).isPresent())
        .hasMessageContaining("but 1000 pages in a row brought nothing new");
    assertThat(requests).hasValue(1_001);
  }

  private static PageSource<Item> emptyPages(AtomicInteger requests) {
    return (position, fresh) -> {
      requests.incrementAndGet();
      return ServiceModel.pageWithMore(position, List.of());
    };
  }

  @Test
  void theSamePageForEverIsGivenUpSoon() {
    AtomicInteger requests = new AtomicInteger();
    List<Item> same = service.shownItems().subList(0, 20);
    Walk<Item> walk =
        walk(
            (position, fresh) -> {
              requests.incrementAndGet();
              return ServiceModel.pageWithMore(position, same);
            });

    assertThat(walk.next()).isNotNull();
    assertThatThrownBy(walk::next)
        .isInstanceOf(PagingException.class)
        // 64 and three times the one page that the 20 items fill.
        .hasMessageContaining("67 pages in a row brought nothing new after 20 items");
    assertThat(requests).hasValue(69);
  }

  /** Else the way back to the head, and down again, would begin anew for ever. */
  @Test
  void windowsThatShowOnlyWhatTheWalkDoesNotKnowCountToo() {
    AtomicInteger requests = new AtomicInteger();
    List<Item> head = service.shownItems().subList(0, 20);
    List<Item> others = ServiceModel.of(1_020).shownItems().subList(1_000, 1_020);
    Walk<Item> walk =
        walk(
            (position, fresh) -> {
              requests.incrementAndGet();
              return ServiceModel.pageWithMore(position, position.offset() == 0 ? head : others);
            });

    assertThat(walk.next()).isNotNull();
    assertThatThrownBy(walk::next)
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("67 pages in a row brought nothing new after 20 items");
    assertThat(requests).hasValue(69);
  }

  @Test
  void aLastPageThatIsAlwaysAheadOfItsTurnIsGivenUp() {
    service.reorderDirection = ReorderDirection.TO_TAIL;
    Walk<Item> walk = walk((position, fresh) -> service.fetch(position, fresh).fetchedAhead());

    assertThatThrownBy(() -> readAll(walk))
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("pages in a row brought nothing new");
    assertThat(service.requests()).isLessThan(100);
  }

  @Test
  void aFirstPageThatFailsTellsWhereToGoOn() {
    ExactlyOnceWalk<Item> walk = walk(down());

    assertThatThrownBy(walk::first)
        .isInstanceOfSatisfying(ServerException.class, e -> assertThat(e.checkpoint()).isPresent());
  }

  @Test
  void theEndOfAWalkThatCantBeReadTellsWhereToGoOn() {
    ExactlyOnceWalk<Item> walk = walk(down());

    assertThatThrownBy(walk::endsHere)
        .isInstanceOfSatisfying(ServerException.class, e -> assertThat(e.checkpoint()).isPresent());
  }

  private static void readAll(Walk<Item> walk) {
    while (walk.next() != null) {}
  }

  private static PageSource<Item> down() {
    return (position, fresh) -> {
      throw bridge().server(FailureDetails.of("down"));
    };
  }

  private ExactlyOnceWalk<Item> walk(PageSource<Item> source) {
    return new ExactlyOnceWalk<>(service.plan(ChatListQuery.all()), source);
  }
}
