package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.PagingException;
import com.ofauth.access.internal.paging.Baseline.Entry;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The bounds of what is compared as a whole, and what the next poll compares with. */
final class ComparingPollTest {
  private static final Baseline NOTHING = WalkState.begin(0).baseline();

  private final ServiceModel service = ServiceModel.of(ComparingPoll.MAX_ITEMS);

  // Bounds

  @Test
  void whatCanNotBeDecodedDoesNotCount() {
    service.insertAt(100, 1_000);

    List<Item> items = poll(service.breaking(List.of(1_000L)), NOTHING).result().items();

    assertThat(items).hasSize(ComparingPoll.MAX_ITEMS);
  }

  @Test
  void moreMayComeDuringAPollThanAListMayHold() {
    replaceBeforeTheFifthRequest(44);

    assertThat(poll(service, NOTHING).result().items())
        .extracting(Item::key)
        .hasSize(300)
        .doesNotHaveDuplicates();
  }

  @Test
  void aPollThatWasGivenUpBeginsAnew() {
    replaceBeforeTheFifthRequest(45);
    ComparingPoll<Item> poll = poll(service, NOTHING);
    assertThatThrownBy(poll::result)
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("301 items came and went while it had at most 256");

    assertThat(poll.result().items()).containsExactlyInAnyOrderElementsOf(service.shownItems());
  }

  // What the next poll compares with

  @Test
  void whatLeftIsKnownBehindTheListThoughNothingIsNew() {
    Baseline since = all();
    service.remove(1);

    Baseline next = poll(service, since).result().after().baseline(0);

    assertThat(next.entries()).hasSize(256).endsWith(left(since.entries().get(0)));
    assertThat(next.entries().subList(0, 255)).isEqualTo(since.entries().subList(1, 256));
  }

  @Test
  void asManyThatLeftAreKnownAsThereIsRoomFor() {
    Baseline since = all();
    LongStream.rangeClosed(1, 256).forEach(service::remove);
    LongStream.rangeClosed(1_001, 1_256).forEach(key -> service.insertAt(0, key));

    Baseline next = poll(service, since).result().after().baseline(256);

    assertThat(next.entries()).hasSize(300).endsWith(left(since.entries().get(43)));
    assertThat(next.mayRepeat()).isTrue();
  }

  @Test
  void thatSomethingMayRepeatIsToldUntilAllIsHandled() {
    Baseline since = all();
    LongStream.rangeClosed(1, 3).forEach(service::edit);
    Baseline told = new Baseline(since.entries(), 0, true, true, /* mayRepeat= */ true, false);

    NewsPoll.News<Item> news = poll(service, told).result();

    assertThat(news.mayRepeat()).isTrue();
    assertThat(news.after().baseline(2).mayRepeat()).isTrue();
    assertThat(news.after().baseline(3).mayRepeat()).isFalse();
    assertThat(poll(service, since).result().after().baseline(2).mayRepeat()).isFalse();
  }

  /** Replaces chats that were read by others that are still to come. */
  private void replaceBeforeTheFifthRequest(int count) {
    service.script =
        request -> {
          if (request == 4) {
            LongStream.rangeClosed(1, count).forEach(service::remove);
            LongStream.range(1_000, 1_000 + count)
                .forEach(key -> service.insertAt(service.size(), key));
          }
        };
  }

  private Baseline all() {
    return poll(service, NOTHING).result().after().baseline(service.size());
  }

  private ComparingPoll<Item> poll(PageSource<Item> source, Baseline since) {
    return new ComparingPoll<>(service.plan(ChatListQuery.all()), source, since);
  }

  private static Entry left(Entry entry) {
    return new Entry(entry.mark(), /* joins= */ false, 0);
  }
}
