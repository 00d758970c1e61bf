package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.CallInterruptedException;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.PagingException;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.paging.ServiceModel.Sent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is fetched ahead of a walk, where the pages ahead come at once unless a test says other. */
final class PagePrefetcherTest {
  private static final int LIMIT = 20;

  /** Each window shares one item with the window before it. */
  private static final int STEP = LIMIT - 1;

  private final ServiceModel service = ServiceModel.of(2_000);

  // How much is fetched ahead

  @Test
  void beginsWithFivePagesAndFetchesOneMoreForEachThatWasWanted() {
    PagePrefetcher<Item> ahead = ahead(8);

    fetch(ahead, 0);
    assertThat(offsets()).containsExactly(0L, 19L, 38L, 57L, 76L, 95L);
    fetch(ahead, 19);
    assertThat(offsets()).hasSize(8).endsWith(114L, 133L);
    fetch(ahead, 38);
    assertThat(offsets()).hasSize(10);
    fetch(ahead, 57);
    assertThat(offsets()).hasSize(12);
    fetch(ahead, 76);
    assertThat(offsets()).as("eight ahead, and no more").hasSize(13).doesNotHaveDuplicates();
  }

  @Test
  void aWalkThatDoesNotLookAheadReadsFromTheSourceItself() {
    service.plan(ChatListQuery.all()).walk(Runnable::run).close();

    assertThat(service.closed).isTrue();
  }

  @Test
  void fetchesNoMorePagesAheadThanTheQuerySays() {
    PagePrefetcher<Item> ahead = ahead(2);

    fetch(ahead, 0);
    assertThat(offsets()).containsExactly(0L, 19L, 38L);
    fetch(ahead, 19);
    assertThat(offsets()).containsExactly(0L, 19L, 38L, 57L);
  }

  @ParameterizedTest
  @CsvSource({"20, 1", "21, 2", "39, 2", "40, 3", "58, 3", "59, 4"})
  void fetchesNothingBehindTheLastItemThatIsWanted(long maxItems, int requests) {
    PagePrefetcher<Item> ahead =
        ahead(ChatListQuery.builder().lookAhead(8).maxItems(maxItems).build(), Runnable::run);

    fetch(ahead, 0);

    assertThat(offsets()).hasSize(requests);
  }

  @Test
  void countsTheLastItemThatIsWantedFromWhereTheWalkBegins() {
    PagePrefetcher<Item> ahead =
        ahead(
            ChatListQuery.builder().lookAhead(8).startAt(100).maxItems(40).build(), Runnable::run);

    fetch(ahead, 100);

    assertThat(offsets()).containsExactly(100L, 119L, 138L);
  }

  @Test
  void fetchesAheadOfAWalkThatBeginsLaterAndHasNoEnd() {
    PagePrefetcher<Item> ahead =
        ahead(ChatListQuery.builder().lookAhead(1).startAt(100).build(), Runnable::run);

    fetch(ahead, 100);

    assertThat(offsets()).containsExactly(100L, 119L);
  }

  @Test
  void windowsAheadHoldOneItemMoreThanAPageAndAtMostTwenty() {
    PagePrefetcher<Item> small =
        ahead(ChatListQuery.builder().lookAhead(1).pageSize(5).build(), Runnable::run);
    small.fetch(PageRequest.atOffset(0, 5), true);
    small.fetch(PageRequest.atOffset(4, 6), false);
    assertThat(service.sent).containsExactly(new Sent(0, 5), new Sent(4, 6), new Sent(9, 6));

    service.sent.clear();
    fetch(ahead(1), 0);
    assertThat(service.sent).containsExactly(new Sent(0, 20), new Sent(19, 20));
  }

  @Test
  void fetchesAsLargeWindowsAheadAsTheWalkDoes() {
    PagePrefetcher<Item> ahead =
        ahead(ChatListQuery.builder().lookAhead(1).pageSize(5).build(), Runnable::run);

    ahead.fetch(PageRequest.atOffset(0, 20), true);
    ahead.fetch(PageRequest.atOffset(19, 20), false);

    assertThat(service.sent).containsExactly(new Sent(0, 20), new Sent(19, 20), new Sent(38, 20));
  }

  @Test
  void stopsAtThePageThatSaysThatItIsTheLast() {
    ServiceModel list = ServiceModel.of(30);
    PagePrefetcher<Item> ahead = ahead(list, ChatListQuery.builder().lookAhead(8).build());

    fetch(ahead, 0);
    assertThat(list.sent).extracting(Sent::offset).containsExactly(0L, 19L);
    fetch(ahead, 19);
    assertThat(list.sent).as("nothing behind the last page").hasSize(2);
  }

  @Test
  void stopsBehindAPageThatCouldNotBeFetched() {
    fetch(ahead(failingAt(38, new IllegalStateException("no")), 8), 0);

    assertThat(offsets()).containsExactly(0L, 19L, 38L);
  }

  @Test
  void doesNotWaitForPagesAheadToLearnWhereTheListEnds() {
    Queue<Runnable> later = new ArrayDeque<>();
    PagePrefetcher<Item> ahead = ahead(ChatListQuery.builder().lookAhead(8).build(), later::add);

    fetch(ahead, 0);

    assertThat(later).hasSize(5);
    assertThat(offsets()).containsExactly(0L);
  }

  // What is served

  @Test
  void servesWhatWasFetchedAheadOnceAndSaysSo() {
    PagePrefetcher<Item> ahead = ahead(1);

    assertThat(fetch(ahead, 0).ahead()).isFalse();
    FetchedPage<Item> second = fetch(ahead, 19);

    assertThat(second.ahead()).isTrue();
    assertThat(second.items().get(0).key()).isEqualTo(20);
    assertThat(offsets()).containsExactly(0L, 19L, 38L);
    assertThat(fetch(ahead, 19).ahead()).isFalse();
  }

  @Test
  void servesAPageOfWhichLessIsWanted() {
    PagePrefetcher<Item> ahead = ahead(1);
    fetch(ahead, 0);

    FetchedPage<Item> page = ahead.fetch(PageRequest.atOffset(19, 3), false);

    assertThat(page.ahead()).isTrue();
    assertThat(page.items()).hasSize(20);
  }

  @Test
  void doesNotServeAPageOfWhichMoreIsWanted() {
    PagePrefetcher<Item> ahead =
        ahead(ChatListQuery.builder().lookAhead(1).pageSize(5).build(), Runnable::run);
    ahead.fetch(PageRequest.atOffset(0, 5), true);

    assertThat(ahead.fetch(PageRequest.atOffset(4, 7), false).ahead()).isFalse();
  }

  @Test
  void fetchesAgainWhatHasToBeFreshAndWalksOnFromTheFirstFreshPageAlone() {
    PagePrefetcher<Item> ahead = ahead(1);
    fetch(ahead, 0);

    FetchedPage<Item> fresh = ahead.fetch(PageRequest.atOffset(19, LIMIT), true);

    assertThat(fresh.ahead()).isFalse();
    assertThat(offsets()).containsExactly(0L, 19L, 19L);
  }

  // Guesses that fail

  @Test
  void guessesAgainOnceOneRequestInNineAtMostIsWasted() {
    PagePrefetcher<Item> ahead = ahead(5);
    fetch(ahead, 0);
    assertThat(offsets()).hasSize(6);

    // The walk turns elsewhere: five guesses are wasted, and the 48th page pays for a sixth.
    for (int wanted = 2; wanted < 48; wanted++) {
      fetch(ahead, 5 + (wanted - 2L) * STEP);
      assertThat(offsets()).as("page %s", wanted).hasSize(5 + wanted);
    }
    fetch(ahead, 5 + 46L * STEP);

    assertThat(offsets()).hasSize(5 + 48 + 1);
  }

  @Test
  void aPageThatWasServedInVainIsWastedToo() {
    PagePrefetcher<Item> ahead = ahead(1);
    fetch(ahead, 0);
    fetch(ahead, 19);
    assertThat(offsets()).containsExactly(0L, 19L, 38L);

    // The served page and the guess behind it: the 24th page pays for a third.
    fetch(ahead, 19);
    for (int wanted = 4; wanted < 24; wanted++) {
      fetch(ahead, 19 + (wanted - 3L) * STEP);
      assertThat(offsets()).as("page %s", wanted).hasSize(wanted + 1);
    }
    fetch(ahead, 19 + 21L * STEP);

    assertThat(offsets()).hasSize(24 + 2);
  }

  @Test
  void guessesNothingFromAPageWithLessThanWasAskedForOrFromTheLast() {
    List<Item> some = service.shownItems().subList(0, 5);
    List<PageRequest> requests = new ArrayList<>();
    PageSource<Item> shortPages =
        (position, fresh) -> {
          requests.add(position);
          return ServiceModel.pageWithMore(position, some);
        };

    fetch(new PagePrefetcher<>(shortPages, plan(8), 1, Runnable::run), 0);
    fetch(ahead(ServiceModel.of(20), ChatListQuery.builder().lookAhead(8).build()), 0);

    assertThat(requests).hasSize(1);
    assertThat(service.sent).isEmpty();
  }

  @Test
  void aPageBehindWhichTheServiceSkipsItemsEndsTheGuesses() {
    service.slicing = ServiceModel.Slicing.SCAN_UNTIL_FULL;
    service.hide(3, true);

    fetch(ahead(8), 0);

    assertThat(offsets()).containsExactly(0L);
  }

  // Ends

  @Test
  void pagesAheadThatWereNotBegunAreNeverFetchedOnceItIsClosed() {
    Queue<Runnable> later = new ArrayDeque<>();
    PagePrefetcher<Item> ahead = ahead(ChatListQuery.builder().lookAhead(2).build(), later::add);
    fetch(ahead, 0);

    ahead.close();
    later.forEach(Runnable::run);

    assertThat(offsets()).containsExactly(0L);
    assertThat(fetch(ahead, 19).ahead()).isFalse();
  }

  @Test
  void aGuessThatProvesWrongIsCancelled() {
    Queue<Runnable> later = new ArrayDeque<>();
    PagePrefetcher<Item> ahead = ahead(ChatListQuery.builder().lookAhead(2).build(), later::add);
    fetch(ahead, 0);

    fetch(ahead, 500);
    later.forEach(Runnable::run);

    assertThat(offsets()).containsExactly(0L, 500L);
  }

  @Test
  void whatIsAheadIsCancelledWhenAPageProvesThatTheGuessesWereWrong() {
    List<Item> some = service.shownItems().subList(19, 24);
    PageSource<Item> shortAt19 =
        (position, fresh) -> {
          FetchedPage<Item> page = service.fetch(position, fresh);
          return position.offset() == 19 ? ServiceModel.pageWithMore(position, some) : page;
        };
    Queue<Runnable> later = new ArrayDeque<>();
    PagePrefetcher<Item> ahead = new PagePrefetcher<>(shortAt19, plan(2), 1, later::add);
    fetch(ahead, 0);
    later.remove().run();

    assertThat(fetch(ahead, 19).items()).hasSize(5);
    later.forEach(Runnable::run);

    assertThat(offsets()).containsExactly(0L, 19L);
  }

  @Test
  void aFailureIsThrownWhenItsPageIsWantedAndDiscardsTheRest() {
    PagingException failure =
        ServiceModel.pageWithMore(PageRequest.atOffset(0, 1), List.<Item>of())
            .failure("the failure of a page");
    List<Runnable> later = new ArrayList<>();
    PagePrefetcher<Item> ahead =
        new PagePrefetcher<>(failingAt(19, failure), plan(2), 1, later::add);
    fetch(ahead, 0);
    later.get(0).run();

    assertThatThrownBy(() -> fetch(ahead, 19)).isSameAs(failure);

    later.get(1).run();
    assertThat(offsets()).as("the page behind it is not fetched").containsExactly(0L, 19L);
    assertThat(failure.getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .as("where the page was wanted")
        .contains("calledFrom");
  }

  @Test
  void aBugOfAPageAheadNamesThePage() {
    IllegalArgumentException bug = new IllegalArgumentException("no");
    PagePrefetcher<Item> ahead = ahead(failingAt(19, bug), 1);
    fetch(ahead, 0);

    assertThatThrownBy(() -> fetch(ahead, 19))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Fetching offset 19 with limit 20 failed")
        .hasCause(bug);
  }

  @Test
  void anInterruptEndsTheWaitForAPageAndKeepsTheFlag() {
    List<Runnable> never = new ArrayList<>();
    PagePrefetcher<Item> ahead = ahead(ChatListQuery.builder().lookAhead(2).build(), never::add);
    fetch(ahead, 0);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> fetch(ahead, 19))
        .isInstanceOf(CallInterruptedException.class)
        .hasMessageContaining("while it waited for offset 19 with limit 20");

    assertThat(Thread.interrupted()).isTrue();
    never.forEach(Runnable::run);
    assertThat(offsets()).as("what was ahead is cancelled").containsExactly(0L);
  }

  private PagePrefetcher<Item> ahead(int pages) {
    return ahead(service, pages);
  }

  private PagePrefetcher<Item> ahead(ChatListQuery query, Executor workers) {
    return new PagePrefetcher<>(service, service.plan(query), 1, workers);
  }

  private PagePrefetcher<Item> ahead(PageSource<Item> source, int pages) {
    return new PagePrefetcher<>(source, plan(pages), 1, Runnable::run);
  }

  private PagePrefetcher<Item> ahead(PageSource<Item> source, ChatListQuery query) {
    return new PagePrefetcher<>(source, service.plan(query), 1, Runnable::run);
  }

  private WalkPlan<Item> plan(int pages) {
    return service.plan(ChatListQuery.builder().lookAhead(pages).build());
  }

  private PageSource<Item> failingAt(long offset, RuntimeException failure) {
    return (position, fresh) -> {
      FetchedPage<Item> page = service.fetch(position, fresh);
      if (position.offset() == offset) {
        throw failure;
      }
      return page;
    };
  }

  /** The first page of a walk is a fresh one. */
  private static FetchedPage<Item> fetch(PagePrefetcher<Item> ahead, long offset) {
    return ahead.fetch(PageRequest.atOffset(offset, LIMIT), offset == 0);
  }

  private List<Long> offsets() {
    return service.sent.stream().map(Sent::offset).toList();
  }
}
