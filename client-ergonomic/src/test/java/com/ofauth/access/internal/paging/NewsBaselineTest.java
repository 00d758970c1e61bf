package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.paging.NewsPolls.activity;
import static com.ofauth.access.internal.paging.NewsPolls.all;
import static com.ofauth.access.internal.paging.NewsPolls.entry;
import static com.ofauth.access.internal.paging.NewsPolls.head;
import static com.ofauth.access.internal.paging.NewsPolls.poll;
import static com.ofauth.access.internal.paging.NewsPolls.sparse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.PagingException;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What polls take for news by what they start from, and what they tell of it. */
final class NewsBaselineTest {
  private final ServiceModel service = ServiceModel.of(100);

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
    assertThat(list.requests()).as("all that is known above it can be pinned").isEqualTo(3);
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

  /** A short list of which what is left is pinned tells nothing of what came below. */
  @ParameterizedTest
  @CsvSource({"2, 2", "3, 2", "4, 3"})
  void aShortListOfWhichOnlyPinnedItemsAreLeftHidesNoNews(int size, int pinned) {
    ServiceModel list = ServiceModel.of(size);
    LongStream.rangeClosed(1, pinned).forEach(list::pin);
    Baseline since = all(list);
    LongStream.rangeClosed(pinned + 1, size).forEach(list::remove);
    LongStream.rangeClosed(501, 530).forEach(list::come);

    assertThat(poll(list, since).items())
        .extracting(Item::key)
        .containsExactlyElementsOf(LongStream.rangeClosed(501, 530).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10, 14})
  void manyPinnedItemsHideNoNews(int pinned) {
    LongStream.rangeClosed(1, pinned).forEach(service::pin);
    Baseline since = head(service);
    LongStream.rangeClosed(501, 530).forEach(service::come);

    assertThat(poll(service, since).items())
        .extracting(Item::key)
        .containsExactlyElementsOf(LongStream.rangeClosed(501, 530).boxed().toList());
  }

  /** It stands at the head now, which is not how far the poll has read. */
  @Test
  void anOldItemThatWasPinnedMakesNoneBelowWhereItStoodNews() {
    ServiceModel list = ServiceModel.of(25);
    Baseline since = all(list);
    list.pin(25);
    list.come(500);
    NewsPoll.News<Item> news = poll(list, since);
    assertThat(news.items()).extracting(Item::key).containsExactly(500L);
    Baseline later = news.after().baseline(1);
    LongStream.rangeClosed(10, 18).forEach(list::remove);

    assertThat(poll(list, later).items()).isEmpty();
  }

  @Test
  void whatHasLeftThePartThatWasReadIsForgotten() {
    ServiceModel list = ServiceModel.of(30);
    Baseline since = all(list);
    Item gone = list.get(5);
    list.remove(5);

    assertThat(poll(list, since).after().baseline(0).entries())
        .hasSize(29)
        .doesNotContain(entry(gone, /* joins= */ true));
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

  @Test
  void whatIsInAGapBelowTheFirstItemIsOld() {
    Baseline since = all(service).compact(20);
    LongStream.rangeClosed(1, 22).forEach(service::remove);

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).isEmpty();
    assertThat(news.mayRepeat()).isFalse();
    assertThat(service.requests()).isEqualTo(1);
  }

  @Test
  void aGapIsNotToldWhereAllAboveItIsKnown() {
    service.unversion(1);
    Baseline since = all(service).compact(20);
    LongStream.rangeClosed(2, 22).forEach(service::remove);

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).isEmpty();
    assertThat(news.mayRepeat()).isFalse();
  }

  @Test
  void twoItemsOfTheLowerHalfSufficeWhereTheBaselineHasGaps() {
    Baseline since = sparse(service, 5, 10);
    activity(service, 0, 3);

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).extracting(Item::key).contains(1L, 2L, 3L).doesNotContain(6L, 11L);
    assertThat(service.requests()).isEqualTo(1);
    assertThat(news.lost()).isFalse();
  }

  @Test
  void whatMovedRightAboveTheLowestKnownItemIsNoReasonToReadOn() {
    service.pin(1);
    Baseline since = sparse(service, 1, 5, 10);
    LongStream.of(5, 9, 8, 7, 6, 4, 3, 2).forEach(service::activity);

    NewsPoll.News<Item> news = poll(service, since);

    assertThat(news.items()).extracting(Item::key).contains(5L).doesNotContain(1L, 10L, 11L);
    assertThat(service.requests()).isEqualTo(1);
  }

  @Test
  void onlyWhatStandsBelowTheLastThatWasHandledJoins() {
    service.pin(100);
    Baseline since = all(service);
    activity(service, 50, 3);

    Baseline half = poll(service, since).after().baseline(2);

    List<Item> list = service.shownItems();
    assertThat(half.entries())
        .startsWith(
            entry(list.get(0), /* joins= */ false),
            entry(list.get(2), /* joins= */ true),
            entry(list.get(3), /* joins= */ true),
            entry(list.get(4), /* joins= */ true))
        .doesNotContain(entry(list.get(1), false), entry(list.get(1), true));
  }
}
