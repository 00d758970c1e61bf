package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.model.Chat;
import com.ofauth.access.model.Message;
import com.ofauth.access.model.MessageAuthor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChatsEndpointTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private final OfAuthTestProvider provider = ofauth.provider();
  private final TestChats chats = provider.connection().chats();

  @Test
  void givesTenChatsFromTheHeadByDefault() {
    Http.Answer page = Http.get(provider, CHATS);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("application/json");
    assertThat(page.ids()).isEqualTo(chats.userIds().subList(0, 10));
    assertThat(page.json().get("hasMore").isBoolean()).isTrue();
    assertThat(page.json().get("hasMore").booleanValue()).isTrue();
    assertThat(page.json().get("nextOffset").isIntegralNumber()).isTrue();
    assertThat(page.json().get("nextOffset").longValue()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "20,0", "7,5", "20,49", "20,40"})
  void honoursLimitAndOffset(int limit, int offset) {
    Http.Answer page = page("limit=" + limit + "&offset=" + offset);

    int end = Math.min(50, offset + limit);
    assertThat(page.ids()).isEqualTo(chats.userIds().subList(offset, end));
    assertThat(page.json().get("hasMore").booleanValue()).isEqualTo(end < 50);
    assertThat(page.json().get("nextOffset").longValue()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(longs = {50, 51, 3_000_000_000L, Long.MAX_VALUE})
  void givesAnEmptyPageBehindTheEnd(long offset) {
    Http.Answer page = page("offset=" + offset);

    assertThat(page.body()).isEqualTo("{\"list\":[],\"hasMore\":false}");
  }

  @Test
  void takesAnEmptyOffsetForZero() {
    assertThat(page("offset=").ids()).isEqualTo(chats.userIds().subList(0, 10));
  }

  @Test
  void givesTheOldestFirstOnDemand() {
    List<Long> reversed = new ArrayList<>(chats.userIds());
    Collections.reverse(reversed);

    assertThat(page("order=old&limit=20&offset=3").ids()).isEqualTo(reversed.subList(3, 23));
    assertThat(page("order=recent").ids()).isEqualTo(chats.userIds().subList(0, 10));
  }

  @Test
  void listsUnreadChatsAlone() {
    List<Long> unread =
        chats.all().stream().filter(this::isUnread).map(chat -> chat.withUser().id()).toList();

    assertThat(walk("filter=unread&limit=4")).isEqualTo(unread).hasSizeBetween(10, 40);
  }

  @Test
  void listsChatsWithPriorityAlone() {
    long first = chats.userIds().get(0);
    long last = chats.userIds().get(49);
    chats.userIds().forEach(id -> chats.setPriority(id, id == first || id == last));

    assertThat(walk("filter=priority")).containsExactly(first, last);
  }

  @Test
  void listsTippersForGood() {
    long tipper = chats.userIds().get(1);
    assertThat(chats.get(tipper).hasUnreadTips()).isTrue();
    long silent = chats.userIds().get(48);

    assertThat(walk("filter=who_tipped")).contains(tipper).doesNotContain(silent);
    chats.markAsRead(tipper).markAsTipper(silent);
    assertThat(walk("filter=who_tipped")).contains(tipper, silent);
  }

  @Test
  void findsTextInTheLastMessageTheNameOfItsAuthorAndTheUserId() {
    chats.clear().addGenerated(3);
    List<Long> ids = chats.userIds();
    chats.receiveMessage(ids.get(2), "Wann kommst du nach KÖLN?");

    assertThat(page("query=k%C3%B6ln").ids()).containsExactly(ids.get(2));
    assertThat(page("query=" + ids.get(1)).ids()).containsExactly(ids.get(1));
    assertThat(page("query=nobody+says+this").ids()).isEmpty();
    assertThat(page("query=").ids()).hasSize(3);
  }

  @Test
  void findsTheNameOfTheAuthor() {
    Chat named =
        chats.all().stream().filter(ChatsEndpointTest::isFromAlex).findFirst().orElseThrow();

    assertThat(walk("query=alex+mar")).contains(named.withUser().id());
  }

  @Test
  void listsTheUsersOfAListAlone() {
    List<Long> ids = chats.userIds();
    chats.setUserList(7, ids.get(40), ids.get(2), 999);

    assertThat(page("userListId=7").ids()).containsExactly(ids.get(2), ids.get(40));
    assertThat(page("userListId=8").ids()).isEmpty();
  }

  @Test
  void combinesFilters() {
    List<Long> ids = chats.userIds();
    long unread = ids.get(1);
    long read = ids.get(2);
    chats.setUserList(7, unread, read).setPriority(unread, true).setPriority(read, true);

    assertThat(page("userListId=7&filter=unread").ids()).containsExactly(unread);
    assertThat(page("userListId=7&filter=priority&order=old").ids()).containsExactly(read, unread);
  }

  @Test
  void countsOffsetsAmongWhatMatches() {
    List<Long> unread = walk("filter=unread&limit=20");

    Http.Answer page = page("filter=unread&limit=3&offset=4");

    assertThat(page.ids()).isEqualTo(unread.subList(4, 7));
    assertThat(page.json().get("nextOffset").longValue()).isEqualTo(7);
  }

  @Test
  void cutsPagesBeforeFilteringOnDemand() {
    List<Long> unread = walk("filter=unread&limit=20");
    chats.filterAfterSlicing(true);

    Http.Answer page = page("filter=unread&limit=10&offset=10");

    assertThat(page.ids()).isNotEmpty().hasSizeLessThan(10);
    assertThat(page.json().get("hasMore").booleanValue()).isTrue();
    assertThat(page.json().get("nextOffset").longValue()).isEqualTo(20);
    assertThat(walk("filter=unread&limit=20")).isEqualTo(unread);
    assertThat(walk("filter=unread&limit=1")).isEqualTo(unread);
    assertThat(page("limit=20").ids()).hasSize(20);
  }

  @Test
  void cutsAnEmptyPageWithMoreWhereNothingMatches() {
    chats.userIds().forEach(id -> chats.setPriority(id, false));
    chats.setPriority(chats.userIds().get(49), true).filterAfterSlicing(true);

    assertThat(page("filter=priority&limit=20").body())
        .isEqualTo("{\"list\":[],\"hasMore\":true,\"nextOffset\":20}");
  }

  @Test
  void scansUntilThePageIsFullOnDemand() {
    List<Long> unread = walk("filter=unread&limit=20");
    chats.filterMode(FilterMode.SCANNING);

    Http.Answer page = page("filter=unread&limit=3&offset=10");

    long next = page.json().get("nextOffset").longValue();
    assertThat(page.ids()).hasSize(3);
    assertThat(next).isGreaterThan(13);
    assertThat(chats.userIds().get((int) next - 1)).isEqualTo(page.ids().get(2));
    assertThat(walk("filter=unread&limit=20")).isEqualTo(unread);
    assertThat(walk("filter=unread&limit=1")).isEqualTo(unread);
  }

  @Test
  void endsAScanWithAnEmptyPageWhereNothingElseMatches() {
    chats.userIds().forEach(id -> chats.setPriority(id, false));
    chats.setPriority(chats.userIds().get(0), true).filterMode(FilterMode.SCANNING);

    Http.Answer first = page("filter=priority&limit=1");

    assertThat(first.json().get("hasMore").booleanValue()).isTrue();
    assertThat(first.json().get("nextOffset").longValue()).isEqualTo(1);
    assertThat(page("filter=priority&limit=1&offset=1").body())
        .isEqualTo("{\"list\":[],\"hasMore\":false,\"nextOffset\":50}");
  }

  @Test
  void ignoresParametersItDoesNotKnow() {
    assertThat(page("limit=3&colour=blue&type=scheduled").ids()).hasSize(3);
  }

  private static boolean isFromAlex(Chat chat) {
    Message last = chat.lastMessage();
    MessageAuthor author = last == null ? null : last.fromUser();
    return author != null && "Alex Marlow".equals(author.name());
  }

  private boolean isUnread(Chat chat) {
    Long count = chat.unreadMessagesCount();
    return count != null && count > 0;
  }

  private Http.Answer page(String query) {
    return Http.get(provider, CHATS + "?" + query);
  }

  private List<Long> walk(String query) {
    List<Long> ids = new ArrayList<>();
    long offset = 0;
    Http.Answer page;
    do {
      page = page(query + "&offset=" + offset);
      ids.addAll(page.ids());
      offset = page.json().path("nextOffset").longValue();
    } while (page.json().get("hasMore").booleanValue());
    return ids;
  }
}
