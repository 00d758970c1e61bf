package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.Page;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.api.ApiBridge;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.Deviation;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The places of what a page holds, where some of it can't be read, and what it tells. */
final class FetchedPageTest {
  private static final PageRequest AT_40 = PageRequest.atOffset(40, 20);
  private static final PageRequest BEHIND_A =
      new PageRequest(PageStart.behind("a"), /* limit= */ 20);

  @Test
  void itemsStandBehindThoseThatCantBeRead() {
    FetchedPage<String> page =
        page(AT_40, List.of("c", "d", "f"), PageStart.atOffset(46), 40, 41, 44);

    assertThat(page.slotOf(0)).isEqualTo(2);
    assertThat(page.slotOf(1)).isEqualTo(3);
    assertThat(page.slotOf(2)).isEqualTo(5);
    assertThat(page.beforeLastReadable()).isEqualTo(5);
    assertThat(List.of(page.itemAt(2), page.itemAt(3), page.itemAt(5)))
        .containsExactly("c", "d", "f");
  }

  @Test
  void placesInTheListFollowOnlyWhereThePageEndsBehindWhatCame() {
    PageStart end = PageStart.atOffset(42);

    assertThat(page(AT_40, List.of("a", "b"), end).countsItsItems()).isTrue();
    assertThat(page(AT_40, List.of("b"), end, 40).countsItsItems()).isFalse();
    assertThat(page(AT_40, List.of("b"), end, 40).countsItsSlots()).isTrue();
    FetchedPage<String> hides = page(AT_40, List.of("a", "b"), PageStart.atOffset(60));
    assertThat(hides.countsItsItems()).isFalse();
    assertThat(hides.countsItsSlots()).isFalse();
    FetchedPage<String> cursors = page(BEHIND_A, List.of("a", "b"), PageStart.atOffset(2));
    assertThat(cursors.countsItsSlots()).isFalse();
  }

  @Test
  void theNextPageBeginsWhereTheServiceSaysElseBehindWhatCame() {
    List<String> two = List.of("a", "b");

    assertThat(page(AT_40, two, PageStart.atOffset(70)).next()).isEqualTo(PageStart.atOffset(70));
    assertThat(page(AT_40, two, null).next()).isEqualTo(PageStart.atOffset(42));
    assertThat(lastPage(AT_40, two).next()).isEqualTo(PageStart.atOffset(42));
    assertThat(page(BEHIND_A, two, PageStart.behind("b")).next()).isEqualTo(PageStart.behind("b"));
    assertThat(lastPage(BEHIND_A, two).next())
        .as("of a list that is paged by cursor the last page has nothing behind it")
        .isEqualTo(PageStart.behind("a"));
  }

  @Test
  void anItemThatWasHeldBackTellsWhatItsOwnPageFoundInIt() {
    Chat held = Chat.fromJson("{\"withUser\":{\"id\":\"7\"}}");
    Chat here = Chat.fromJson("{\"withUser\":{\"id\":8}}");
    assertThat(held.deviations()).hasSize(1);
    Deviation ofThePage = new Deviation("$.hasMore", "a boolean", "a number", true);
    Deviation ofTheItem = new Deviation("$.list[0].canReply", "a boolean", "a number", true);
    FetchedPage<Chat> page = page(AT_40, List.of(here), List.of(ofThePage, ofTheItem));

    assertThat(told(page, List.of(held, here), /* first= */ true))
        .containsExactlyInAnyOrder(
            held.deviations().get(0).within("$.list[*]"), ofThePage, ofTheItem);
  }

  @Test
  void whatIsToldBesideTheItemsIsToldOnce() {
    Chat chat = Chat.fromJson("{\"withUser\":{\"id\":8}}");
    Deviation ofThePage = new Deviation("$.hasMore", "a boolean", "a number", true);
    FetchedPage<Chat> page = page(AT_40, List.of(chat), List.of(ofThePage));

    assertThat(told(page, List.of(chat), /* first= */ true)).containsExactly(ofThePage);
    assertThat(told(page, List.of(chat), /* first= */ false)).isEmpty();
  }

  private static List<Deviation> told(FetchedPage<Chat> page, List<Chat> some, boolean first) {
    Page<Chat> told =
        page.toPage(
            some, first, /* leftOut= */ List.of(), i -> ApiBridge.bridge().checkpoint(() -> ""));
    return told.deviations();
  }

  private static FetchedPage<Chat> page(
      PageRequest position, List<Chat> items, List<Deviation> deviations) {
    return new FetchedPage<>(
        position,
        items,
        items.size(),
        /* broken= */ List.of(),
        deviations,
        /* hasMore= */ true,
        /* given= */ null,
        ApiResponse.of(items),
        /* ahead= */ false);
  }

  private static FetchedPage<String> lastPage(PageRequest position, List<String> items) {
    return page(position, items, /* hasMore= */ false, null);
  }

  /** A page that says that there is more, with items that can't be read at these offsets. */
  private static FetchedPage<String> page(
      PageRequest position, List<String> items, @Nullable PageStart next, long... broken) {
    return page(position, items, /* hasMore= */ true, next, broken);
  }

  private static FetchedPage<String> page(
      PageRequest position,
      List<String> items,
      boolean hasMore,
      @Nullable PageStart next,
      long... broken) {
    List<UndecodableItem> left =
        LongStream.of(broken)
            .mapToObj(offset -> new UndecodableItem(offset, "no key", "{}"))
            .toList();
    return new FetchedPage<>(
        position,
        items,
        items.size() + left.size(),
        left,
        /* deviations= */ List.of(),
        hasMore,
        next,
        ApiResponse.of(items),
        /* ahead= */ false);
  }
}
