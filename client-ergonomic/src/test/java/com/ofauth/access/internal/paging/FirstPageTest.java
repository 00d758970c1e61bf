package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.paging.ServiceModel.Item;
import com.ofauth.access.internal.paging.ServiceModel.Sent;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The first page alone, beside that of a walk. */
final class FirstPageTest {
  private final ServiceModel service = ServiceModel.of(50);

  @Test
  void isTheFirstPageOfAWalkForOneRequest() {
    ChatListQuery query = ChatListQuery.builder().startAt(5).pageSize(10).maxItems(7).build();

    Page<Item> page = service.plan(query).firstPage();

    assertThat(page.items()).extracting(Item::key).containsExactly(6L, 7L, 8L, 9L, 10L, 11L, 12L);
    assertThat(service.sent).containsExactly(new Sent(5, 7));
    assertThat(page.checkpoint()).isEqualTo(service.walk(query).first().checkpoint());
  }

  @Test
  void goesOnWhereACheckpointSays() {
    Checkpoint behindTwenty = service.plan(ChatListQuery.all()).firstPage().checkpoint();

    Page<Item> page =
        service.plan(ChatListQuery.builder().resumeFrom(behindTwenty).build()).firstPage();

    assertThat(page.items())
        .extracting(Item::key)
        .containsExactlyElementsOf(LongStream.rangeClosed(21, 39).boxed().toList());
  }

  @Test
  void givesAnItemThatComesTwiceOnce() {
    List<Item> items = service.shownItems();
    PageSource<Item> twice =
        (position, fresh) ->
            page(position, List.of(items.get(0), items.get(1), items.get(0)), List.of());

    Page<Item> page = FirstPage.read(service.plan(ChatListQuery.all()), twice);

    assertThat(page.items()).extracting(Item::key).containsExactly(1L, 2L);
  }

  @Test
  void tellsAnItemThatComesTwiceAndCannotBeDecodedOnce() {
    String raw = "{\"id\":7,\"text\":\"" + "long enough to be known by ".repeat(4) + "\"}";
    PageSource<Item> twice =
        (position, fresh) ->
            page(
                position,
                List.of(),
                List.of(
                    new UndecodableItem(0, "no key", raw), new UndecodableItem(1, "no key", raw)));

    Page<Item> page = FirstPage.read(service.plan(ChatListQuery.all()), twice);

    assertThat(page.undecodableItems()).hasSize(1);
  }

  private static FetchedPage<Item> page(
      PageRequest position, List<Item> items, List<UndecodableItem> broken) {
    return new FetchedPage<>(
        position,
        items,
        items.size() + broken.size(),
        broken,
        /* deviations= */ List.of(),
        /* hasMore= */ false,
        /* given= */ null,
        ApiResponse.of(items),
        /* ahead= */ false);
  }
}
