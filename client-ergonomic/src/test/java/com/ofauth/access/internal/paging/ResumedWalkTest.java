package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.ServerException;
import com.ofauth.access.UndecodableItemsException;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.paging.ServiceModel.Sent;
import com.ofauth.access.internal.reading.Walk;
import com.ofauth.access.model.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Where walks go on from their checkpoints, and what they give again. */
final class ResumedWalkTest {

  @Test
  void theFirstPageAloneIsTheFirstThatHoldsSomethingNew() {
    ServiceModel service = ServiceModel.of(60);
    Checkpoint reached = read(service, ChatListQuery.builder().maxItems(20).build());
    for (long key = 101; key <= 125; key++) {
      service.come(key);
    }

    Page<Item> first = service.plan(from(reached)).firstPage();

    assertThat(first.items()).isNotEmpty();
    assertThat(WalkFaultsTest.keys(first)).doesNotContainAnyElementsOf(keys(1, 20));
  }

  /** A leg that goes on behind one that began anew settles nothing either. */
  @Test
  void whatMovedBeforeAWalkBeganAnewIsNewsInWhateverLegsItIsRead() {
    ServiceModel service = ServiceModel.of(60);
    Checkpoint begun = read(service, ChatListQuery.builder().maxItems(2).build());
    service.activity(1);
    service.activity(2);
    LongStream.rangeClosed(1_001, 1_030).forEach(service::come);
    Page<Item> second = Objects.requireNonNull(service.walk(from(begun)).next());
    ExactlyOnceWalk<Item> third =
        new ExactlyOnceWalk<>(service.plan(from(bridge().checkpointAfter(second, 0))), service);
    while (third.next() != null) {}

    List<Long> news =
        new NewsPoll<>(service.plan(ChatListQuery.all()), service, third.baseline())
            .result().items().stream().map(Item::key).toList();

    assertThat(news).contains(1L, 2L);
  }

  @Test
  void theFirstPageAloneIsEmptyWhereAllWasGiven() {
    ServiceModel service = ServiceModel.of(60);
    Checkpoint reached = read(service, ChatListQuery.all());

    assertThat(service.plan(from(reached)).firstPage().items()).isEmpty();
  }

  @Test
  void aWalkThatFailsOnItsWayBackGoesOnFromThere() {
    ServiceModel service = ServiceModel.of(100);
    service.script =
        request -> {
          if (request == 2) {
            LongStream.rangeClosed(1, 38).forEach(service::remove);
          } else if (request == 4) {
            throw bridge().server(FailureDetails.of("down"));
          }
        };
    ServerException failure =
        catchThrowableOfType(ServerException.class, () -> service.read(ChatListQuery.all()));
    assertThat(service.sent).hasSize(4);
    Sent refused = service.sent.get(3);
    service.script = request -> {};
    service.walk(from(failure.checkpoint().orElseThrow())).next();

    assertThat(service.sent.get(4).offset()).isLessThan(refused.offset());
  }

  @Test
  void aCompactCheckpointOfAWalkThatLooksAtTheHeadRepeatsNothingOfAStillList() {
    ServiceModel service = ServiceModel.of(60);
    Walk<Item> walk = service.walk(ChatListQuery.all());
    List<Long> given = new ArrayList<>();
    while (given.size() < 60) {
      given.addAll(WalkFaultsTest.keys(next(walk)));
    }
    service.read(from(walk.checkpoint().compact()), given);

    assertThat(given).containsExactlyElementsOf(keys(1, 60));
  }

  @Test
  void aCompactCheckpointLosesNothingThatMovedAboveWhatWasGiven() {
    ServiceModel service = ServiceModel.of(15);
    Page<Item> whole = next(service.walk(ChatListQuery.all()));
    Checkpoint reached = bridge().checkpointAfter(whole, 4).compact();
    service.activity(12);

    assertThat(service.read(from(reached)))
        .containsExactlyInAnyOrder(6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L);
  }

  @Test
  void aCompactCheckpointLeadsBackDeepInAList() {
    ServiceModel service = ServiceModel.of(1_500);
    Checkpoint reached = read(service, ChatListQuery.builder().maxItems(1_200).build()).compact();
    LongStream.rangeClosed(1, 30).forEach(service::remove);

    assertThat(service.read(from(reached))).containsAll(keys(1_201, 1_500));
  }

  @Test
  void tellsWhatIsOddBesideTheItemsWithTheFirstPageOfEachWindow() {
    ServiceModel service = ServiceModel.of(60);
    Checkpoint reached = read(service, ChatListQuery.builder().maxItems(10).build());
    service.remove(1);
    service.remove(2);
    ChatListQuery rest = from(reached).toBuilder().pageSize(5).build();
    PageSource<Item> source = (position, fresh) -> odd(service.fetch(position, fresh));
    Walk<Item> walk = service.plan(rest).walk(source);
    List<Integer> told = new ArrayList<>();
    for (int page = 0; page < 5; page++) {
      told.add(next(walk).deviations().size());
    }

    assertThat(told).containsExactly(1, 0, 0, 0, 1);
  }

  /** A page that says in an odd way whether there is more. */
  private static FetchedPage<Item> odd(FetchedPage<Item> page) {
    return new FetchedPage<>(
        page.position(),
        page.items(),
        page.slots(),
        page.broken(),
        List.of(new Deviation("$.hasMore", "a boolean", "a number", /* taken= */ true)),
        page.hasMore(),
        page.given(),
        page.response(),
        page.ahead());
  }

  // Walks that find nothing of what they knew, and hold back the last item of each window.

  @Test
  void givesWhatItHeldBackWhereAnEmptyPageEndsTheList() {
    ServiceModel service = ServiceModel.of(7);
    service.endsWithAnEmptyPage = true;
    Checkpoint reached = readTwoThatLeave(service);

    assertThat(service.read(from(reached))).containsExactlyElementsOf(keys(3, 7));
  }

  @Test
  void givesWhatItHeldBackThoughItHasLeftTheList() {
    ServiceModel service = ServiceModel.of(40);
    Checkpoint reached = readTwoThatLeave(service);
    Walk<Item> walk = service.walk(from(reached));
    List<Long> given = new ArrayList<>(WalkFaultsTest.keys(next(walk)));
    long held = given.get(given.size() - 1) + 1;
    service.remove(held);
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      given.addAll(WalkFaultsTest.keys(page));
    }

    assertThat(given).containsExactlyElementsOf(keys(3, 40));
  }

  @Test
  void givesTheOneItemOfAWindowAtOnce() {
    ServiceModel service = ServiceModel.of(40);
    Checkpoint reached = readTwoThatLeave(service);
    PageSource<Item> source =
        (position, fresh) -> without(key -> key > 3 && key < 23, service.fetch(position, fresh));
    Page<Item> first = next(service.plan(from(reached)).walk(source));

    assertThat(WalkFaultsTest.keys(first)).containsExactly(3L);
    assertThat(first.hasMore()).isTrue();
    assertThat(first.offset()).isZero();
  }

  @Test
  void givesWhatCameBelowALookThatTakesSeveralWindows() {
    List<Long> given = readWithALongLook(ChatListQuery.builder());

    assertThat(given).doesNotHaveDuplicates().hasSize(58 + 45 + 3).contains(500L, 501L, 600L);
  }

  @Test
  void whatItHeldBackInALookIsNoNewsAfterIt() {
    ServiceModel service = ServiceModel.of(60);
    ExactlyOnceWalk<Item> walk =
        new ExactlyOnceWalk<>(
            service.plan(from(readTwoThatLeave(service))), withALongLook(service));
    while (walk.next() != null) {}

    List<Long> news =
        new NewsPoll<>(service.plan(ChatListQuery.all()), service, walk.baseline())
            .result().items().stream().map(Item::key).toList();

    assertThat(news).doesNotContain(501L);
  }

  @Test
  void givesNoMoreThanWasAskedForThoughItHoldsBack() {
    int all = readWithALongLook(ChatListQuery.builder()).indexOf(500L) + 1;

    assertThat(readWithALongLook(ChatListQuery.builder().maxItems(all))).hasSize(all);
  }

  private static List<Long> readWithALongLook(ChatListQuery.Builder query) {
    ServiceModel service = ServiceModel.of(60);
    Checkpoint reached = readTwoThatLeave(service);
    List<Long> given = new ArrayList<>();
    Walk<Item> walk =
        service.plan(query.resumeFrom(parsed(reached)).build()).walk(withALongLook(service));
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      given.addAll(WalkFaultsTest.keys(page));
    }
    return given;
  }

  /**
   * Two items come at the end of the window that joins a look of three, and one at the head, which
   * the next look meets.
   */
  private static PageSource<Item> withALongLook(ServiceModel service) {
    AtomicInteger looks = new AtomicInteger();
    return (position, fresh) -> {
      if (position.offset() == 0) {
        if (looks.incrementAndGet() == 2) {
          LongStream.rangeClosed(1_001, 1_045).forEach(service::come);
        }
      } else if (position.offset() == 38 && looks.get() == 2) {
        service.come(600);
        service.insertAt(56, 501);
        service.insertAt(56, 500);
      }
      return service.fetch(position, fresh);
    };
  }

  @Test
  void tellsWhatItLeftOutOnceThoughItHoldsBack() {
    ServiceModel service = ServiceModel.of(60);
    Checkpoint reached = readTwoThatLeave(service);
    PageSource<Item> source =
        (position, fresh) -> without(key -> key == 10, service.fetch(position, fresh));
    List<Long> given = new ArrayList<>();
    UndecodableItemsException end =
        catchThrowableOfType(
            UndecodableItemsException.class, () -> read(service, source, reached, given));

    assertThat(end.count()).isEqualTo(1);
    read(service, source, end.checkpoint().orElseThrow(), given);
    assertThat(given).doesNotContain(10L).doesNotHaveDuplicates().hasSize(57);
  }

  @Test
  void readsAPageWithARequestThoughHalfOfItCantBeRead() {
    for (int each : new int[] {2, 10, 19}) {
      ServiceModel service = ServiceModel.of(400);
      PageSource<Item> source =
          (position, fresh) -> without(key -> key % each != 0, service.fetch(position, fresh));
      ChatListQuery query = ChatListQuery.builder().onUndecodableItem(item -> {}).build();
      Walk<Item> walk = service.plan(query).walk(source);
      List<Long> given = new ArrayList<>();
      for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
        given.addAll(WalkFaultsTest.keys(page));
      }

      assertThat(given).hasSize(400 / each);
      assertThat(service.requests())
          .as("one of %s", each)
          .isLessThanOrEqualTo(each == 10 ? 40 : 24);
    }
  }

  /** Two items that are given, and leave. */
  private static Checkpoint readTwoThatLeave(ServiceModel service) {
    Checkpoint reached = read(service, ChatListQuery.builder().maxItems(2).build());
    service.remove(1);
    service.remove(2);
    return reached;
  }

  private static void read(
      ServiceModel service, PageSource<Item> source, Checkpoint from, List<Long> given) {
    Walk<Item> walk = service.plan(from(from)).walk(source);
    for (Page<Item> page = walk.next(); page != null; page = walk.next()) {
      given.addAll(WalkFaultsTest.keys(page));
    }
  }

  /** A page on which some items can't be read. */
  private static FetchedPage<Item> without(LongPredicate broken, FetchedPage<Item> page) {
    List<Item> items = new ArrayList<>();
    List<UndecodableItem> left = new ArrayList<>();
    for (Item item : page.items()) {
      if (broken.test(item.key())) {
        String text = "{\"key\":" + item.key() + ",\"text\":\"" + "x".repeat(64) + "\"}";
        long offset = page.position().offset() + items.size() + left.size();
        left.add(new UndecodableItem(offset, "no id", text));
      } else {
        items.add(item);
      }
    }
    return new FetchedPage<>(
        page.position(),
        items,
        page.slots(),
        left,
        /* deviations= */ List.of(),
        page.hasMore(),
        page.given(),
        page.response(),
        /* ahead= */ false);
  }

  /** Reads a walk to its end; gives its last checkpoint. */
  private static Checkpoint read(ServiceModel service, ChatListQuery query) {
    Walk<Item> walk = service.walk(query);
    while (walk.next() != null) {}
    return walk.checkpoint();
  }

  private static ChatListQuery from(Checkpoint checkpoint) {
    return ChatListQuery.builder().resumeFrom(parsed(checkpoint)).build();
  }

  private static Page<Item> next(Walk<Item> walk) {
    return Objects.requireNonNull(walk.next());
  }

  private static Checkpoint parsed(Checkpoint checkpoint) {
    return Checkpoint.parse(checkpoint.toString());
  }

  private static List<Long> keys(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
