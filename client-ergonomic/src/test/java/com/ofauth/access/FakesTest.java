package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.changes.Changes;
import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.changes.Watch;
import com.ofauth.access.testing.SdkExceptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists, pages and news that users make for their fakes. */
final class FakesTest {
  private static final List<Integer> FORTY_FIVE = IntStream.range(0, 45).boxed().toList();

  private final OfAuthException failure = SdkExceptions.of(OfAuthException.class, 500, "");

  @Test
  void sayWhichArgumentMustNotBeNull() {
    List<Integer> withNull = Arrays.asList(1, null);

    assertThatThrownBy(() -> Paginated.of(withNull)).hasMessage("an item must not be null");
    assertThatThrownBy(() -> Page.of(withNull)).hasMessage("an item must not be null");
    assertThatThrownBy(() -> Changes.of(withNull)).hasMessage("an item must not be null");
  }

  @Test
  void aListCanBeReadInEachWay() throws Exception {
    Paginated<Integer> list = Paginated.of(FORTY_FIVE);

    assertThat(list).containsExactlyElementsOf(FORTY_FIVE);
    assertThat(list).as("a second walk").containsExactlyElementsOf(FORTY_FIVE);
    assertThat(list.stream()).containsExactlyElementsOf(FORTY_FIVE);
    assertThat(list.toList()).isEqualTo(FORTY_FIVE);
    assertThat(list.async().toList().get()).isEqualTo(FORTY_FIVE);
    assertThat(list.withCheckpoints())
        .extracting(Checkpointed::item)
        .containsExactlyElementsOf(FORTY_FIVE);
    assertThat(published(list.publisher())).containsExactlyElementsOf(FORTY_FIVE);
    assertThat(list).hasToString("Paginated{45 items in memory}");
  }

  @Test
  void aListHasPagesLikeThoseOfTheService() {
    Paginated<Integer> list = Paginated.of(FORTY_FIVE);

    assertThat(list.pages())
        .extracting(Page::toString)
        .containsExactly(
            "Page{offset=0, items=20, hasMore=true}",
            "Page{offset=20, items=20, hasMore=true}",
            "Page{offset=40, items=5, hasMore=false}");
    assertThat(list.firstPage().items()).isEqualTo(FORTY_FIVE.subList(0, 20));
  }

  @Test
  void eachItemHasACheckpointOfItsOwn() {
    Paginated<Integer> list = Paginated.of(FORTY_FIVE);

    assertThat(list.withCheckpoints())
        .extracting(item -> item.checkpoint().toString().replaceFirst(".*[^0-9]", ""))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 45).mapToObj(Integer::toString).toList());
  }

  @Test
  void anEmptyListHasAnEmptyFirstPage() {
    Paginated<Integer> list = Paginated.of(List.of());

    assertThat(list.pages()).isEmpty();
    assertThat(list.firstPage()).hasToString("Page{offset=0, items=0, hasMore=false}");
    assertThat(list.toList()).isEmpty();
  }

  @Test
  void aListTakesACopy() {
    List<Integer> items = new ArrayList<>(List.of(1, 2));
    Paginated<Integer> list = Paginated.of(items);
    items.clear();

    assertThat(list).containsExactly(1, 2);
  }

  @Test
  void aFailingListFailsBehindItsItems() {
    Paginated<Integer> list = Paginated.failing(FORTY_FIVE, failure);
    List<Integer> read = new ArrayList<>();

    assertThatThrownBy(() -> list.pages().forEach(page -> read.addAll(page.items())))
        .isSameAs(failure);
    assertThat(read).isEqualTo(FORTY_FIVE);
    assertThat(failure.checkpoint().orElseThrow().toString()).endsWith("45");
    assertThatThrownBy(() -> list.forEach(read::add)).isSameAs(failure);
    assertThat(read).hasSize(90);
    assertThatThrownBy(list::toList).isSameAs(failure);
    assertThat(list.async().toList())
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isSameAs(failure);
    assertThat(list.firstPage().hasMore()).isTrue();
    List<Page<Integer>> pages = new ArrayList<>();
    assertThatThrownBy(() -> list.pages().forEach(pages::add)).isSameAs(failure);
    assertThat(pages).hasSize(3).last().extracting(Page::hasMore).isEqualTo(true);
  }

  @Test
  void aFailingListWithoutItemsFailsAtOnce() {
    Paginated<Integer> list = Paginated.failing(List.of(), failure);

    assertThatThrownBy(list::firstPage).isSameAs(failure);
    assertThatThrownBy(() -> list.iterator().hasNext()).isSameAs(failure);
  }

  @Test
  void aPageHasItsItemsAndNoMore() {
    Page<String> page = Page.of(List.of("a", "b"));

    assertThat(page.items()).containsExactly("a", "b");
    assertThat(page.hasMore()).isFalse();
    assertThat(page.offset()).isZero();
    assertThat(page.headers()).isEmpty();
    assertThat(page.rawBody()).isEmpty();
    assertThat(page.requestId()).isEmpty();
    assertThat(page.rateLimit()).isEmpty();
    assertThat(page.deviations()).isEmpty();
    assertThat(page.undecodableItems()).isEmpty();
    assertThat(Checkpoint.parse(page.checkpoint().toString())).isEqualTo(page.checkpoint());
  }

  @Test
  void newsComeOnceAndThenNoMore() {
    Changes<String> news = Changes.of(List.of("a", "b"));

    assertThatThrownBy(news::checkpoint).isInstanceOf(IllegalStateException.class);
    assertThat(news).containsExactly("a", "b");
    assertThat(news.checkpoint()).isNotNull();
    assertThat(news.isCutShort() || news.mayRepeat() || news.isBaselineLost()).isFalse();
    assertThat(news.withCheckpoints()).extracting(Checkpointed::item).containsExactly("a", "b");
    assertThat(news.stream()).containsExactly("a", "b");
    try (Watch.NewsIterator<String> watch = news.watch(Duration.ofSeconds(1)).iterator()) {
      assertThat(watch.next() + watch.next()).isEqualTo("ab");
    }
  }

  @Test
  void aResponseHasItsValue() {
    assertThat(OfAuthResponse.of("value").value()).isEqualTo("value");
    assertThat(OfAuthResponse.of("value").headers()).isEmpty();
  }

  @Test
  void aRealListRefusesTheCheckpointOfAFake() {
    Checkpoint fake = Page.of(List.of("a")).checkpoint();
    try (OfAuthClient client = OfAuthClient.builder().apiKey("sk_sandbox_test").build()) {
      Chats chats = client.connection("conn_test").chats();
      ChatListQuery query = ChatListQuery.builder().resumeFrom(fake).build();

      assertThatThrownBy(() -> chats.list(query))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("made by a fake");
      assertThatThrownBy(() -> chats.changes(fake))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("made by a fake");
      assertThat(fake.compact()).isEqualTo(fake);
    }
  }

  private static <T> Queue<T> published(Flow.Publisher<T> publisher) throws InterruptedException {
    Queue<T> received = new ConcurrentLinkedQueue<>();
    CountDownLatch completed = new CountDownLatch(1);
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(T item) {
            received.add(item);
          }

          @Override
          public void onError(Throwable e) {}

          @Override
          public void onComplete() {
            completed.countDown();
          }
        });
    assertThat(completed.await(10, TimeUnit.SECONDS)).isTrue();
    return received;
  }
}
