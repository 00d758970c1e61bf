package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.PagingException;
import com.ofauth.access.internal.paging.Baseline.Entry;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single polls give, tell and cost. */
final class NewsPollTest {
  private final ServiceModel service = ServiceModel.of(100);

  // What it costs

  @ParameterizedTest
  @CsvSource({"0, 1", "18, 1", "19, 3", "100, 7", "1000, 54", "1600, 86"})
  void eachRequestOfALongPollReadsNineteenChanges(int active, int requests) {
    ServiceModel list = ServiceModel.of(2_000);
    Baseline since = all(list).compact(Baseline.DENSE);
    if (active > 200) {
      since = all(list);
    }
    activity(list, 0, active);

    NewsPoll.News<Item> news = poll(list, since);

    assertThat(news.items()).hasSize(active);
    assertThat(list.requests()).isEqualTo(requests);
    assertThat(news.cutShort() || news.lost() || news.mayRepeat()).isFalse();
  }

  @Test
  void aListOfOnePageCostsOneRequestWhateverHasChanged() {
    ServiceModel list = ServiceModel.of(15);
    Baseline since = all(list);
    activity(list, 0, 15);

    assertThat(poll(list, since).items()).hasSize(15);
    assertThat(list.requests()).isEqualTo(1);
  }

  @Test
  void aListOfTwoPagesIsLookedAtOnceMore() {
    ServiceModel list = ServiceModel.of(30);
    Baseline since = all(list);
    activity(list, 0, 30);

    assertThat(poll(list, since).items()).hasSize(30);
    assertThat(list.requests()).isEqualTo(3);
  }

  @Test
  void anItemThatLeftIsNoReasonToReadOn() {
    Baseline since = head(service);
    service.remove(20);

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).isEmpty();
    assertThat(service.requests()).isEqualTo(1);
  }

  // Looks

  @Test
  void looksThatShrinkAreNotCutShort() {
    ServiceModel list = ServiceModel.of(600);
    Baseline since = all(list);
    activity(list, 0, 105);
    // At the second request of each look; they take 7, 6, 5, 4, 3 and 2 requests.
    int[] active = {86, 67, 48, 29, 18, 0};
    AtomicInteger look = new AtomicInteger();
    list.script =
        request -> {
          if (request > 0 && list.sent.get(request - 1).offset() == 0 && look.get() < 6) {
            activity(list, 300, active[look.getAndIncrement()]);
          }
        };

    NewsPoll.News<Item> news = poll(list, since);

    assertThat(news.cutShort()).isFalse();
    assertThat(look.get()).isGreaterThanOrEqualTo(5);
    assertThat(news.items()).extracting(Item::key).doesNotHaveDuplicates();
  }

  @Test
  void looksThatDoNotShrinkAreCutShortAndLoseNothing() {
    ServiceModel list = ServiceModel.of(600);
    Baseline since = all(list);
    activity(list, 0, 30);
    list.script =
        request -> {
          if (request > 0 && list.sent.get(request - 1).offset() == 0) {
            activity(list, 300, 30);
          }
        };

    NewsPoll.News<Item> news = poll(list, since);

    assertThat(news.cutShort()).isTrue();
    assertThat(list.sent.stream().filter(sent -> sent.offset() == 0)).hasSize(6);
    list.script = request -> {};
    NewsPoll.News<Item> later = poll(list, news.after().baseline(news.items().size()));
    assertThat(later.cutShort() || later.lost() || later.mayRepeat()).isFalse();
    assertThat(LongStream.rangeClosed(1, 30))
        .allSatisfy(key -> assertThat(news.items()).extracting(Item::key).contains(key));
  }

  @Test
  void aBurstThatPushesAllThatWasReadDownLosesNothing() {
    ServiceModel list = ServiceModel.of(200);
    Baseline since = all(list);
    activity(list, 60, 41);
    list.script =
        request -> {
          if (request == 1) {
            activity(list, 120, 60);
          }
        };

    assertThat(poll(list, since).items())
        .extracting(Item::key)
        .doesNotHaveDuplicates()
        .hasSize(101);
  }

  // What it tells

  @Test
  void whatTheBaselineLeftOutIsGivenAboveItsFirstItemAndTold() {
    Baseline since = all(service).compact(20);
    activity(service, 0, 20);

    NewsPoll.News<Item> news = poll(service, since);

    // The chats 21 and 22 stand between the active ones and the first that the baseline kept.
    assertThat(news.items())
        .extracting(Item::key)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 22).boxed().toList());
    assertThat(news.mayRepeat()).isTrue();
    assertThat(news.lost()).isFalse();
    assertThat(news.after().baseline(5).mayRepeat()).as("until all is handled").isTrue();
    assertThat(news.after().baseline(22).mayRepeat()).isFalse();
  }

  @Test
  void whatCameAboveAGapIsToldToo() {
    Baseline since = all(service).compact(20);
    LongStream.rangeClosed(1, 20).forEach(service::remove);
    service.come(500);

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).extracting(Item::key).containsExactly(22L, 21L, 500L);
    assertThat(news.mayRepeat()).isTrue();
  }

  @Test
  void whatCameBackToTheEndOfAPageIsNewsIfTheBaselineLeftNothingOut() {
    ServiceModel list = ServiceModel.of(30);
    list.hide(20, true);
    Baseline since = all(list);
    list.hide(20, false);

    NewsPoll.News<Item> news = poll(list, since);

    assertThat(news.items()).extracting(Item::key).containsExactly(20L);
    assertThat(list.requests()).isEqualTo(1);
  }

  @Test
  void aListWithoutVersionsIsRefused() {
    ServiceModel list = ServiceModel.of(30);
    LongStream.rangeClosed(1, 30).forEach(list::unversion);

    assertThatThrownBy(() -> poll(list, Baseline.NONE))
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("No item of the list has a version");
    assertThat(poll(ServiceModel.of(0), Baseline.NONE).items()).isEmpty();
  }

  @Test
  void aPinnedItemIsNotTheFirstThatIsAsItWas() {
    service.pin(1);
    Baseline since = all(service).compact(20);
    for (long key = 2; key <= 20; key++) {
      service.activity(key);
    }

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).extracting(Item::key).contains(2L, 20L, 21L, 22L).doesNotContain(1L);
    assertThat(news.mayRepeat()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void oldItemsThatWerePinnedSinceHideNoNews(int pinned) {
    Baseline since = all(service);
    LongStream.range(80, 80 + pinned).forEach(service::pin);
    LongStream.rangeClosed(1, 40).forEach(service::activity);

    assertThat(poll(service, since).items())
        .extracting(Item::key)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
  }

  @Test
  void nothingIsToldWhereTheBaselineLeftNothingOut() {
    Baseline since = all(service).compact(20);
    activity(service, 0, 5);

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).extracting(Item::key).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(news.mayRepeat() || news.lost() || news.cutShort()).isFalse();
  }

  @Test
  void aBaselineOfWhichNothingIsLeftIsToldAndAllIsGiven() {
    Baseline since = head(service);
    activity(service, 0, 100);

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).hasSize(100);
    assertThat(news.lost()).isTrue();
    assertThat(news.after().baseline(50).lost()).as("until all is handled").isTrue();
    assertThat(news.after().baseline(100).lost()).isFalse();
    assertThat(news.after().baseline(100).complete()).as("the whole list was read").isTrue();
  }

  @Test
  void aBaselineIsCompleteIfItWasOrIfTheWholeListWasRead() {
    assertThat(poll(service, head(service)).after().baseline(0).complete()).isFalse();
    assertThat(poll(service, all(service)).after().baseline(0).complete()).isTrue();
  }

  // Services that lead nowhere

  @Test
  void theSamePageForEverIsGivenUpWithTheNumberOfPages() {
    List<Item> same = service.shownItems().subList(40, 60);
    AtomicInteger requests = new AtomicInteger();
    PageSource<Item> stuck =
        (position, fresh) -> {
          requests.incrementAndGet();
          return ServiceModel.pageWithMore(position, same);
        };

    assertThatThrownBy(() -> poll(stuck, head(service)))
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("leads nowhere: 64 pages in a row brought nothing new");
    assertThat(requests).hasValueBetween(65, 67);
  }

  @Test
  void emptyPagesForEverAreGivenUpLater() {
    AtomicInteger requests = new AtomicInteger();
    PageSource<Item> empty =
        (position, fresh) -> {
          requests.incrementAndGet();
          return ServiceModel.pageWithMore(position, List.of());
        };

    assertThatThrownBy(() -> poll(empty, head(service)))
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("leads nowhere: 1000 pages in a row brought nothing new");
    assertThat(requests).hasValue(1_001);
  }

  private NewsPoll.News<Item> poll(PageSource<Item> source, Baseline since) {
    return new NewsPoll<>(service.plan(ChatListQuery.all()), source, since).result();
  }

  /** Makes items at and below an index active, the lowest first, so that they keep their order. */
  private static void activity(ServiceModel list, int index, int count) {
    for (long key : list.shown().subList(index, index + count)) {
      list.activity(key);
    }
  }

  /** What a checkpoint of now holds. */
  private Baseline head(ServiceModel list) {
    FetchedPage<Item> page = list.fetch(PageRequest.atOffset(0, 20), true);
    list.sent.clear();
    return NewsPoll.first(page, service.plan(ChatListQuery.all()));
  }

  /** A baseline that knows the whole list. */
  private Baseline all(ServiceModel list) {
    WalkPlan<Item> plan = service.plan(ChatListQuery.all());
    List<Entry> entries =
        list.shownItems().stream()
            .map(item -> new Entry(plan.sight(item).mark(), /* joins= */ true, 0))
            .toList();
    return new Baseline(entries, 0, true, /* complete= */ true, false, false);
  }
}
