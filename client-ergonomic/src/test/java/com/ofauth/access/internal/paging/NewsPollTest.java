package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.paging.NewsPolls.activity;
import static com.ofauth.access.internal.paging.NewsPolls.all;
import static com.ofauth.access.internal.paging.NewsPolls.before;
import static com.ofauth.access.internal.paging.NewsPolls.head;
import static com.ofauth.access.internal.paging.NewsPolls.leave;
import static com.ofauth.access.internal.paging.NewsPolls.oldestFirst;
import static com.ofauth.access.internal.paging.NewsPolls.poll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.PagingException;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.paging.ServiceModel.Sent;
import java.util.ArrayList;
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aFewItemsThatLeftAreNoReasonToReadOn(int left) {
    Baseline since = head(service);
    leave(service, 20 - left, left);

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).isEmpty();
    assertThat(service.requests()).isEqualTo(1);
  }

  /** Else many pinned items would hide news. */
  @Test
  void manyItemsThatLeftCanHaveBeenPushedDown() {
    Baseline since = head(service);
    leave(service, 14, 6);

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.lost()).isTrue();
    assertThat(news.items()).hasSize(100 - 20);
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
        .containsExactlyElementsOf(oldestFirst(list, 0, 101));
    assertThat(list.requests()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void whatPushesAllDownStandsAboveItWhateverIsPinned(int pinned) {
    LongStream.range(97, 97 + pinned).forEach(service::pin);
    Baseline since = all(service);
    activity(service, 60, 20 - pinned);
    before(service, 1, () -> activity(service, 40, 41));

    NewsPoll.News<Item> news = poll(service, since);
    List<Long> all = oldestFirst(service, pinned, 61 - pinned);
    service.script = request -> {};
    NewsPoll.News<Item> rest = poll(service, news.after().baseline(20));

    assertThat(rest.items())
        .as("after a crash")
        .extracting(Item::key)
        .containsExactlyElementsOf(all.subList(20, all.size()));
    assertThat(news.items()).extracting(Item::key).containsExactlyElementsOf(all);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatPushesAWindowDownIsGivenInItsPlace(int pinned) {
    LongStream.range(97, 97 + pinned).forEach(service::pin);
    Baseline since = all(service);
    activity(service, 60, 20 - pinned);
    // The second window shows some of 25, above what the first has shown.
    before(service, 1, () -> activity(service, 40, 25));
    // So that the look does not read them all again.
    before(service, 3, () -> leave(service, pinned, 2));

    assertThat(poll(service, since).items())
        .extracting(Item::key)
        .containsExactlyElementsOf(oldestFirst(service, pinned, 43 - pinned));
  }

  @Test
  void whatAWindowShowsNoMoreIsNotGivenUnlessItIsBackAtTheHead() {
    Baseline since = head(service);
    LongStream.rangeClosed(501, 530).forEach(service::come);
    before(
        service,
        1,
        () -> {
          // The second window shows once more what stood around both.
          LongStream.rangeClosed(541, 550).forEach(service::come);
          service.remove(516);
          service.activity(514);
        });

    assertThat(poll(service, since).items())
        .extracting(Item::key)
        .containsExactlyElementsOf(oldestFirst(service, 0, 39))
        .doesNotContain(516L)
        .endsWith(550L, 514L);
  }

  @Test
  void whatAWindowShowsNoMoreAndTheNextOneDoesIsGiven() {
    Baseline since = head(service);
    LongStream.rangeClosed(501, 530).forEach(service::come);
    before(
        service,
        1,
        () -> {
          LongStream.rangeClosed(541, 550).forEach(service::come);
          service.hide(516, true);
        });
    before(
        service,
        2,
        () -> {
          LongStream.rangeClosed(551, 570).forEach(service::come);
          service.hide(516, false);
        });

    assertThat(poll(service, since).items())
        .extracting(Item::key)
        .containsExactlyElementsOf(oldestFirst(service, 0, 60));
  }

  @Test
  void whatMovesTwiceDuringAPassIsGivenOnceAsItIsNow() {
    Baseline since = all(service);
    activity(service, 60, 20);
    long twice = service.shown().get(4);
    // The second window shows it once more, below two of those that moved behind it.
    before(
        service,
        1,
        () -> {
          service.activity(twice);
          activity(service, 90, 10);
          activity(service, 79, 11);
        });
    // So that the look ends above it.
    before(service, 3, () -> leave(service, 0, 1));

    List<Item> news = poll(service, since).items();

    assertThat(news).hasSize(40).extracting(Item::key).doesNotHaveDuplicates();
    assertThat(news).contains(service.get(twice));
    assertThat(service.requests()).isEqualTo(4);
  }

  @Test
  void aLookDoesNotTakeAWindowByWhatAnEarlierPassHasSeen() {
    ServiceModel list = ServiceModel.of(200);
    Baseline since = all(list);
    activity(list, 60, 30);
    List<Long> late = new ArrayList<>();
    // During the look, 25 become active, and 10 of those that it has read leave. The next window
    // shows only what the first pass knows, and what is between would not show at the head again.
    before(
        list,
        2,
        () -> {
          activity(list, 100, 25);
          late.addAll(list.shown().subList(20, 25));
        });
    before(list, 3, () -> leave(list, 0, 10));
    AtomicInteger heads = new AtomicInteger();
    PageSource<Item> source =
        (position, fresh) -> {
          if (position.offset() == 0 && heads.incrementAndGet() == 3) {
            activity(list, 150, 10);
          }
          return list.fetch(position, fresh);
        };

    assertThat(poll(source, since).items()).extracting(Item::key).containsAll(late);
  }

  @Test
  void whatALookShowsBelowAllThatIsKnownIsOld() {
    Baseline since = head(service);
    activity(service, 50, 25);
    // The look reaches further down than the first pass.
    before(
        service,
        2,
        () -> {
          leave(service, 0, 19);
          LongStream.rangeClosed(1, 8).forEach(service::remove);
        });

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).extracting(Item::key).contains(51L).doesNotContain(21L, 22L);
    assertThat(news.mayRepeat() || news.lost()).isFalse();
  }

  @Test
  void whatWasSettledIsGivenWhenALookFindsNothingThatIsKnown() {
    Baseline since = head(service);
    activity(service, 50, 25);
    LongStream.rangeClosed(1, 7).forEach(service::remove);
    // The first pass ends with the old chat 21, which alone stays.
    before(
        service,
        2,
        () -> {
          service.shown().stream().filter(key -> key != 21).forEach(service::remove);
          service.come(500);
        });

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).extracting(Item::key).contains(21L, 500L);
    assertThat(news.lost()).isTrue();
  }

  @Test
  void whatOneLookDoesNotShowAndTheNextOneDoesIsGivenOnce() {
    Baseline since = all(service);
    activity(service, 40, 25);
    long hidden = service.shown().get(2);
    before(
        service,
        2,
        () -> {
          service.hide(hidden, true);
          activity(service, 65, 25);
        });
    before(
        service,
        4,
        () -> {
          leave(service, 0, 20);
          service.hide(hidden, false);
        });

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).extracting(Item::key).containsOnlyOnce(hidden);
    assertThat(poll(service, news.after().baseline(news.items().size())).items()).isEmpty();
  }

  @Test
  void whatIsBackAtTheHeadMakesNothingBelowItComeAgain() {
    service.pin(100);
    Baseline since = all(service);
    activity(service, 40, 25);
    before(
        service,
        2,
        () -> {
          service.hide(100, true);
          activity(service, 65, 25);
        });
    before(service, 4, () -> service.hide(100, false));

    NewsPoll.News<Item> news = poll(service, since);
    List<Long> active = service.shown().subList(1, 20);
    active.forEach(service::activity);
    NewsPoll.News<Item> later = poll(service, news.after().baseline(news.items().size()));

    assertThat(news.items()).hasSize(50);
    assertThat(later.items()).extracting(Item::key).containsExactlyElementsOf(active);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 25, 30, 45})
  void whatIsPinnedDuringAPollMakesNothingAboveItComeAgain(int burst) {
    Baseline since = all(service);
    activity(service, 40, 25);
    before(
        service,
        2,
        () -> {
          // The first pass has read it, and it is as it was.
          service.pin(13);
          activity(service, 40, burst);
        });

    NewsPoll.News<Item> news = poll(service, since);
    NewsPoll.News<Item> later = poll(service, news.after().baseline(news.items().size()));

    assertThat(news.items()).extracting(Item::key).doesNotHaveDuplicates();
    assertThat(later.items()).isEmpty();
    List<Long> active = service.shown().subList(1, 30);
    active.forEach(service::activity);
    NewsPoll.News<Item> last = poll(service, later.after().baseline(0));
    assertThat(last.items()).extracting(Item::key).containsExactlyElementsOf(active);
  }

  @ParameterizedTest
  @CsvSource({"10, 1, 28", "2, 25, 18"})
  void whatIsBackAtTheEndOfAWindowMakesNothingBelowItComeAgain(int index, int back, int burst) {
    Baseline since = all(service);
    activity(service, 60, 20);
    // Now the second window ends with what is back.
    before(
        service,
        1,
        () -> {
          LongStream.range(1_000, 1_000 + back).forEach(key -> service.insertAt(index, key));
          activity(service, 40 + back, burst);
        });

    NewsPoll.News<Item> news = poll(service, since);
    List<Long> given = oldestFirst(service, 0, burst + 20 + back);
    List<Long> active = service.shown().subList(0, burst + index + back);
    active.forEach(service::activity);
    NewsPoll.News<Item> later = poll(service, news.after().baseline(news.items().size()));

    assertThat(news.items()).extracting(Item::key).containsExactlyElementsOf(given);
    assertThat(later.items()).extracting(Item::key).containsExactlyElementsOf(active);
  }

  @Test
  void aListThatIsSuddenlyShorterThanWhereThePollReadsIsNotLost() {
    Baseline since = head(service);
    activity(service, 20, 20);
    before(
        service,
        1,
        () -> {
          leave(service, 0, 10);
          leave(service, 12, service.size() - 12);
        });

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items())
        .extracting(Item::key)
        .containsAll(LongStream.rangeClosed(21, 30).boxed().toList());
    assertThat(news.lost()).isFalse();
  }

  // Windows in which little can be told

  @Test
  void windowsWithoutVersionsAreTakenOnlyIfTheyBeginWithWhatIsKnown() {
    LongStream.rangeClosed(21, 60).forEach(service::unversion);
    service.hide(62, true);
    service.hide(63, true);
    Baseline since = all(service);
    activity(service, 0, 20);
    service.hide(62, false);
    service.hide(63, false);
    // The fifth window lies behind the chats that came back.
    before(service, 4, () -> LongStream.rangeClosed(21, 35).forEach(service::remove));

    assertThat(poll(service, since).items()).extracting(Item::key).hasSize(22).contains(62L, 63L);
  }

  @Test
  void shortPagesWithoutVersionsAreReadByTheirKeys() {
    ServiceModel list = ServiceModel.of(60);
    list.cap = 7;
    LongStream.rangeClosed(1, 14).forEach(list::unversion);

    assertThat(poll(list, all(list)).items()).isEmpty();
    assertThat(list.requests()).isEqualTo(15);
  }

  @Test
  void pagesOfWhichNothingCanBeReadArePassed() {
    ServiceModel list = ServiceModel.of(60);
    Baseline since = all(list);
    activity(list, 40, 20);

    NewsPoll.News<Item> news =
        poll(list.breaking(LongStream.rangeClosed(1, 40).boxed().toList()), since);

    assertThat(news.items()).hasSize(20);
    assertThat(list.sent).extracting(Sent::offset).containsExactly(0L, 19L, 20L, 40L, 0L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 19})
  void windowsOverlapByOneThoughAnItemAboveCanNotBeRead(int broken) {
    Baseline since = all(service);
    activity(service, 60, 30);

    poll(service.breaking(service.shown().subList(0, broken)), since);

    assertThat(service.sent.get(1).offset()).isEqualTo(19);
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
    assertThat(requests).hasValue(66);
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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void otherItemsBelowTheHeadForEverAreGivenUpToo(boolean versions) {
    LongStream.rangeClosed(41, versions ? 40 : 60).forEach(service::unversion);
    List<Item> head = service.shownItems().subList(40, 60);
    AtomicInteger requests = new AtomicInteger();
    PageSource<Item> astray =
        (position, fresh) -> {
          long key = 1_000L + requests.getAndIncrement();
          assertThat(key).isLessThan(2_000);
          return ServiceModel.pageWithMore(
              position, position.offset() == 0 ? head : List.of(new Item(key, key, false, false)));
        };

    assertThatThrownBy(() -> poll(astray, head(service)))
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("leads nowhere: 64 pages in a row brought nothing new");
    assertThat(requests).hasValueBetween(66, 67);
  }

  @Test
  void aHeadThatLeadsNowhereIsGivenUpThoughTheWindowBelowItFollows() {
    AtomicInteger requests = new AtomicInteger();
    PageSource<Item> astray =
        (position, fresh) -> {
          int from = (int) position.offset();
          long key = 1_000L + requests.getAndIncrement();
          assertThat(key).isLessThan(2_000);
          return ServiceModel.pageWithMore(
              position,
              from < 20
                  ? service.shownItems().subList(40 + from, 60 + from)
                  : List.of(new Item(key, key, false, false)));
        };

    assertThatThrownBy(() -> poll(astray, head(service)))
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("leads nowhere: 64 pages in a row brought nothing new");
  }
}
