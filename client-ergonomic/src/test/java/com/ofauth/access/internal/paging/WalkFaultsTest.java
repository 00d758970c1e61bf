package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.PagingMode;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.paging.ServiceModel.Sent;
import com.ofauth.access.internal.paging.ServiceModel.Slicing;
import com.ofauth.access.internal.reading.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and changes that walks once did not survive, each as small as it can be. */
final class WalkFaultsTest {

  // Services that filter after they have cut their pages.

  @Test
  void passesAHeadThatIsHidden() {
    ServiceModel service = hiddenHead(20, 1);

    assertThat(service.read(ChatListQuery.all())).containsExactly(21L);
    assertThat(service.requests()).isLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 200, 1_000})
  void endsWhereNothingMatches(int hidden) {
    ServiceModel service = hiddenHead(hidden, 0);

    assertThat(service.read(ChatListQuery.all())).isEmpty();
    assertThat(service.requests()).isLessThanOrEqualTo(hidden / 10 + 2);
  }

  @Test
  void passesAHeadThatIsHiddenBeforeManyThatShow() {
    ServiceModel service = hiddenHead(85, 60);

    assertThat(service.read(ChatListQuery.all()))
        .containsExactlyElementsOf(LongStream.rangeClosed(86, 145).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 20})
  void readsUnreadChatsThatAreAnsweredMeanwhile(int pageSize) {
    for (Slicing slicing : Slicing.values()) {
      ServiceModel service = ServiceModel.of(200);
      service.slicing = slicing;
      Walk<Item> walk = service.walk(ChatListQuery.builder().pageSize(pageSize).build());
      List<Long> given = new ArrayList<>();
      for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
        for (Item item : page.items()) {
          given.add(item.key());
          service.activity(item.key());
          service.hide(item.key(), true);
        }
      }

      assertThat(given).doesNotHaveDuplicates().hasSize(200);
      assertThat(service.requests()).as("%s", slicing).isLessThan(300);
    }
  }

  // maxItems

  @Test
  void givesNoMoreThanWasAskedForOfAPageThatWasFetchedAhead() {
    ServiceModel service = ServiceModel.of(100);
    for (PagingMode mode : PagingMode.values()) {
      ChatListQuery query =
          ChatListQuery.builder().pagingMode(mode).maxItems(30).lookAhead(1).build();

      assertThat(service.read(query)).hasSize(30);
      assertThat(service.sent).allMatch(sent -> sent.limit() > 0);
    }
  }

  @Test
  void losesNothingOfAPageThatMaxItemsCut() {
    for (int maxItems = 1; maxItems < 100; maxItems++) {
      ServiceModel service = ServiceModel.of(200);
      ChatListQuery query = ChatListQuery.builder().maxItems(maxItems).lookAhead(1).build();
      Walk<Item> walk = service.walk(query);
      List<Long> given = new ArrayList<>();
      for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
        page.items().forEach(item -> given.add(item.key()));
      }
      for (long key = 1; key <= 12; key++) {
        service.remove(key);
      }
      ChatListQuery rest = ChatListQuery.builder().resumeFrom(parsed(walk.checkpoint())).build();
      service.read(rest, given);

      assertThat(given)
          .as("maxItems %s", maxItems)
          .doesNotHaveDuplicates()
          .containsAll(service.shown());
    }
  }

  @Test
  void goesOnInPlainOrderBehindAPageThatMaxItemsCut() {
    ServiceModel service = ServiceModel.of(100);
    ChatListQuery query =
        ChatListQuery.builder().pagingMode(PagingMode.PLAIN).maxItems(30).lookAhead(2).build();
    Walk<Item> walk = service.walk(query);
    List<Long> given = new ArrayList<>();
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      page.items().forEach(item -> given.add(item.key()));
    }
    service.read(
        query.toBuilder().maxItems(100).resumeFrom(parsed(walk.checkpoint())).build(), given);

    assertThat(given).containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
  }

  // startAt

  @Test
  void stepsBackBelowItsFloor() {
    ServiceModel service = ServiceModel.of(5);
    service.script =
        request -> {
          if (request == 1) {
            service.remove(1);
            service.remove(2);
          }
        };

    assertThat(service.read(ChatListQuery.builder().startAt(1).pageSize(1).build()))
        .containsSubsequence(2L, 3L, 4L, 5L);
  }

  @Test
  void stepsBackBelowItsFloorWhereActivityMovesToTheTail() {
    ServiceModel service = ServiceModel.of(8);
    service.reorderDirection = ReorderDirection.TO_TAIL;
    service.script =
        request -> {
          if (request == 1) {
            service.activity(1);
            service.activity(2);
          }
        };

    assertThat(service.read(ChatListQuery.builder().startAt(6).pageSize(1).build()))
        .contains(7L, 8L);
  }

  // Looks

  @Test
  void givesTheWindowOfTheLastLookBeforeItGivesUp() {
    ServiceModel service = ServiceModel.of(60);
    service.script =
        request -> {
          for (int i = 0; i < 22; i++) {
            service.activityAt(service.size() - 1);
          }
          if (request % 3 == 0) {
            service.come(1_000 + request);
          }
        };
    List<Long> given = new ArrayList<>();
    Walk<Item> walk = service.walk(ChatListQuery.all());

    assertThatThrownBy(
            () -> {
              for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
                page.items().forEach(item -> given.add(item.key()));
              }
            })
        .isInstanceOfSatisfying(
            PagingException.class,
            e -> {
              service.script = request -> {};
              service.read(
                  ChatListQuery.builder().resumeFrom(parsed(e.checkpoint().orElseThrow())).build(),
                  given);
            });
    assertThat(given).doesNotHaveDuplicates().containsAll(service.shown());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void isNotFooledByPinnedItems(int pins) {
    for (int pageSize : new int[] {1, 2, 5, 20}) {
      ServiceModel service = ServiceModel.of(90);
      for (int i = 0; i < pins; i++) {
        service.pin(80 + i);
      }
      // Moves up past the walk, which would have come to it.
      service.script =
          request -> {
            if (request == 3) {
              service.activity(88);
              service.activity(89);
            }
          };

      assertThat(service.read(ChatListQuery.builder().pageSize(pageSize).build()))
          .as("page size %s", pageSize)
          .doesNotHaveDuplicates()
          .hasSize(90);
    }
  }

  /** An anchor of the pass before can stand below what moved since, and proves nothing. */
  @Test
  void takesNoAnchorOfAPassThatItGaveUp() {
    ServiceModel service = ServiceModel.of(100);
    Set<Long> asked = new HashSet<>();
    PageSource<Item> source =
        (position, fresh) -> {
          boolean first = asked.add(position.offset());
          if (position.offset() == 19 && first) {
            service.activity(90);
            LongStream.rangeClosed(1_001, 1_045).forEach(service::come);
          } else if (position.offset() == 38 && first) {
            LongStream.rangeClosed(1_001, 1_015).forEach(service::remove);
          }
          return service.fetch(position, fresh);
        };
    List<Long> given = new ArrayList<>();
    Walk<Item> walk = service.plan(ChatListQuery.all()).walk(source);
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      given.addAll(keys(page));
    }

    assertThat(asked).contains(38L);
    assertThat(given).doesNotHaveDuplicates().containsAll(service.stayed()).contains(90L);
  }

  // Items without a version

  @Test
  void takesNoItemWithoutAVersionForAnAnchor() {
    for (boolean all : new boolean[] {true, false}) {
      ServiceModel service = ServiceModel.of(60);
      service.givesNext = false;
      for (long key = 1; key <= 60; key++) {
        if (all || key % 4 == 0) {
          service.unversion(key);
        }
      }
      service.script =
          request -> {
            if (request == 1) {
              service.putOff(20, 40);
              for (long key = 2; key <= 6; key++) {
                service.remove(key);
              }
            }
          };

      assertThat(service.read(ChatListQuery.all()))
          .as("all without: %s", all)
          .doesNotHaveDuplicates()
          .containsAll(service.stayed());
    }
  }

  /** The first two items of a window show that nothing between it and the one before is missing. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void losesNothingWithoutVersionsThoughItemsLeave(boolean oneStandsBeforeTheRest) {
    ServiceModel service = withoutVersions(60);
    service.reorderDirection = ReorderDirection.TO_TAIL;
    service.script =
        request -> {
          if (request == 1) {
            LongStream.rangeClosed(1, 15).filter(key -> key != 5).forEach(service::remove);
            service.putOff(5, oneStandsBeforeTheRest ? 10 : 44);
          }
        };

    assertThat(service.read(ChatListQuery.all()))
        .doesNotHaveDuplicates()
        .containsAll(LongStream.rangeClosed(16, 60).boxed().toList());
  }

  private static ServiceModel withoutVersions(int count) {
    ServiceModel service = ServiceModel.of(count);
    LongStream.rangeClosed(1, count).forEach(service::unversion);
    return service;
  }

  @Test
  void readsAStillListWithoutVersions() {
    for (int size : new int[] {0, 1, 5, 20, 21, 60, 119}) {
      for (int pageSize : new int[] {1, 3, 20}) {
        ServiceModel service = withoutVersions(size);

        assertThat(service.read(ChatListQuery.builder().pageSize(pageSize).build()))
            .as("%s items in pages of %s", size, pageSize)
            .containsExactlyElementsOf(service.shown());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 19, 20, 25, 45})
  void looksForWhatCameWithoutAVersionUntilAllOfItIsKnown(int come) {
    ServiceModel service = ServiceModel.of(60);
    service.script =
        request -> {
          if (request == 2) {
            for (long key = 101; key <= 100 + come; key++) {
              service.come(key);
              service.unversion(key);
            }
          }
        };

    assertThat(service.read(ChatListQuery.all()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(service.shown());
    assertThat(service.requests()).isLessThanOrEqualTo(5 + 2 * (1 + come / 9));
  }

  @Test
  void looksAtTheHeadThoughTheListHasShrunkToLessThanAPage() {
    ServiceModel service = ServiceModel.of(30);
    for (long key = 1; key <= 20; key++) {
      service.unversion(key);
    }
    service.script =
        request -> {
          if (request == 1) {
            service.activity(21);
            LongStream.rangeClosed(6, 30).filter(key -> key != 21).forEach(service::remove);
          }
        };

    assertThat(service.read(ChatListQuery.all())).contains(21L);
  }

  // Small pages

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void readsSmallPagesWhileTheListMoves(int pageSize) {
    ServiceModel service = ServiceModel.of(200);
    service.script = request -> service.activityAt((request * 37 + 90) % 200);

    assertThat(service.read(ChatListQuery.builder().pageSize(pageSize).build()))
        .doesNotHaveDuplicates()
        .hasSize(200);
    assertThat(service.requests()).isLessThan(40);
  }

  @Test
  void asksForSmallPagesOfAStillList() {
    ServiceModel service = ServiceModel.of(30);
    service.read(ChatListQuery.builder().pageSize(4).build());

    assertThat(service.sent).allMatch(sent -> sent.limit() <= 5);
  }

  // Cost

  @Test
  void readsAListOfOneItemThatAnEmptyPageEndsWithTwoRequests() {
    for (int size : new int[] {1, 2, 13, 19}) {
      ServiceModel service = ServiceModel.of(size);
      service.endsWithAnEmptyPage = true;

      assertThat(service.read(ChatListQuery.all())).hasSize(size);
      assertThat(service.sent).containsExactly(new Sent(0, 20), new Sent(size, 20));
    }
  }

  @Test
  void readsAListThatAnEmptyPageEndsWithFewRequests() {
    for (int size : new int[] {20, 21, 39, 45, 200}) {
      ServiceModel service = ServiceModel.of(size);
      service.endsWithAnEmptyPage = true;

      assertThat(service.read(ChatListQuery.all())).hasSize(size);
      assertThat(service.requests()).as("%s items", size).isLessThanOrEqualTo(size / 19 + 4);
    }
  }

  @Test
  void readsAServiceWhosePagesAreSmallerThanAsked() {
    for (int cap : new int[] {2, 5, 10}) {
      ServiceModel service = ServiceModel.of(100);
      service.cap = cap;

      assertThat(service.read(ChatListQuery.all())).containsExactlyElementsOf(service.shown());
      assertThat(service.requests()).isLessThanOrEqualTo(100 / (cap - 1) + 4);
    }
  }

  @Test
  void followsAServiceThatLooksOnUntilAPageIsFull() {
    ServiceModel service = ServiceModel.of(5_000);
    service.slicing = Slicing.SCAN_UNTIL_FULL;
    for (long key = 1; key <= 5_000; key++) {
      service.hide(key, key % 10 != 0);
    }

    assertThat(service.read(ChatListQuery.all())).hasSize(500);
    assertThat(service.requests()).isLessThanOrEqualTo(30);
  }

  @Test
  void answersUnreadChatsWithOneRequestAPage() {
    for (int lookAhead : new int[] {0, 3, 10}) {
      ServiceModel service = ServiceModel.of(1_000);
      Walk<Item> walk = service.walk(ChatListQuery.builder().lookAhead(lookAhead).build());
      int given = 0;
      for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
        for (Item item : page.items()) {
          service.remove(item.key());
          given++;
        }
      }

      assertThat(given).isEqualTo(1_000);
      assertThat(service.requests()).as("look-ahead %s", lookAhead).isLessThanOrEqualTo(70);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10})
  void backsOffWhereLookingAheadDoesNotPay(int lookAhead) {
    int none = requestsOfOldOrder(0);

    assertThat(requestsOfOldOrder(lookAhead)).isLessThanOrEqualTo(none * 13 / 10);
  }

  private static int requestsOfOldOrder(int lookAhead) {
    ServiceModel service = ServiceModel.of(4_000);
    service.reorderDirection = ReorderDirection.TO_TAIL;
    service.script = request -> service.activityAt((request * 7_919) % 4_000);
    assertThat(service.read(ChatListQuery.builder().lookAhead(lookAhead).build()))
        .doesNotHaveDuplicates()
        .hasSize(4_000);
    return service.requests();
  }

  // Resuming

  @ParameterizedTest
  @ValueSource(ints = {20, 70, 300})
  void resumesWithoutReadingTheListAgain(int active) {
    ServiceModel service = ServiceModel.of(10_000);
    Walk<Item> walk = service.walk(ChatListQuery.builder().maxItems(9_000).build());
    List<Long> given = new ArrayList<>();
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      page.items().forEach(item -> given.add(item.key()));
    }
    for (long key = 1; key <= active; key++) {
      service.activity(key);
    }
    int before = service.requests();
    service.read(ChatListQuery.builder().resumeFrom(parsed(walk.checkpoint())).build(), given);

    assertThat(given).doesNotHaveDuplicates().hasSize(10_000);
    assertThat(service.requests() - before).isLessThanOrEqualTo(53 + 4 + active / 9);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 50, 300, 3_000})
  void resumesBehindManyThatCame(int come) {
    ServiceModel service = ServiceModel.of(10_000);
    Walk<Item> walk = service.walk(ChatListQuery.builder().maxItems(9_000).build());
    List<Long> given = new ArrayList<>();
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      page.items().forEach(item -> given.add(item.key()));
    }
    for (int i = 0; i < come; i++) {
      service.come(20_000 + i);
    }
    int before = service.requests();
    service.read(ChatListQuery.builder().resumeFrom(parsed(walk.checkpoint())).build(), given);

    assertThat(given).doesNotHaveDuplicates().hasSize(10_000 + come);
    // What came is read twice, by a look and by a look after it; and the way down from an anchor.
    assertThat(service.requests() - before).isLessThanOrEqualTo(53 + 20 + come / 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 100, 200, 400, 3_000})
  void resumesWhereManyHaveLeft(int left) {
    for (ReorderDirection direction :
        new ReorderDirection[] {ReorderDirection.TO_HEAD, ReorderDirection.TO_TAIL}) {
      ServiceModel service = ServiceModel.of(10_000);
      service.reorderDirection = direction;
      Walk<Item> walk = service.walk(ChatListQuery.builder().maxItems(9_000).build());
      List<Long> given = new ArrayList<>();
      for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
        page.items().forEach(item -> given.add(item.key()));
      }
      for (long key = 1; key <= left; key++) {
        if (direction == ReorderDirection.TO_TAIL) {
          service.activity(key);
        } else {
          service.remove(key);
        }
      }
      int before = service.requests();
      service.read(ChatListQuery.builder().resumeFrom(parsed(walk.checkpoint())).build(), given);

      assertThat(given).as("%s", direction).doesNotHaveDuplicates().hasSize(10_000);
      // The way back by growing steps, and down again.
      assertThat(service.requests() - before)
          .as("%s", direction)
          .isLessThanOrEqualTo(53 + 20 + left / 9);
    }
  }

  /** A window that holds only what was given lies above the place, once another was seen below. */
  @Test
  void searchesFurtherDownWhereItHasSteppedBackTooFar() {
    ServiceModel service = ServiceModel.of(1_000);
    service.reorderDirection = ReorderDirection.TO_TAIL;
    Walk<Item> walk = service.walk(ChatListQuery.builder().maxItems(900).build());
    while (walk.next() != null) {}
    LongStream.rangeClosed(1, 440).forEach(service::activity);
    int before = service.requests();

    assertThat(service.read(ChatListQuery.builder().resumeFrom(parsed(walk.checkpoint())).build()))
        .containsExactlyElementsOf(LongStream.rangeClosed(901, 1_000).boxed().toList());
    assertThat(service.requests() - before).isLessThanOrEqualTo(54);
  }

  @Test
  void stepsBackWhereTheListEndsBeforeTheNextWindow() {
    for (int leave : new int[] {10, 25, 60, 100}) {
      for (int maxItems : new int[] {50, 99, 106, 113, 120, 200}) {
        ServiceModel service = ServiceModel.of(200);
        service.slicing = Slicing.FILTER_LAST;
        for (long key = 1; key <= 200; key++) {
          service.hide(key, key % 3 == 0);
        }
        Walk<Item> walk = service.walk(ChatListQuery.builder().maxItems(maxItems).build());
        List<Long> given = new ArrayList<>();
        for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
          page.items().forEach(item -> given.add(item.key()));
        }
        for (long key = 1; key <= leave; key++) {
          service.remove(key);
        }
        service.read(ChatListQuery.builder().resumeFrom(parsed(walk.checkpoint())).build(), given);

        assertThat(given)
            .as("%s leave after %s", leave, maxItems)
            .doesNotHaveDuplicates()
            .containsAll(service.shown());
      }
    }
  }

  private static Checkpoint parsed(Checkpoint checkpoint) {
    return Checkpoint.parse(checkpoint.toString());
  }

  private static ServiceModel hiddenHead(int hidden, int shown) {
    ServiceModel service = ServiceModel.of(hidden + shown);
    service.slicing = Slicing.FILTER_LAST;
    for (long key = 1; key <= hidden; key++) {
      service.hide(key, true);
    }
    return service;
  }

  /** The items of a page, for reading by hand. */
  static List<Long> keys(Page<Item> page) {
    return Objects.requireNonNull(page).items().stream().map(Item::key).toList();
  }
}
