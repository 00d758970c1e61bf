package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ofauth.access.decoding.ValidationMode;
import org.junit.jupiter.api.Test;

/** What a query refuses, before anything is sent, and with which words. */
final class QueriesTest {
  private final ChatListQuery.Builder chats = ChatListQuery.builder();

  @Test
  void refusesPageSizesOutsideOneToTwenty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.pageSize(0))
        .withMessage("pageSize must be from 1 to 20 (both inclusive): 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.pageSize(21))
        .withMessage("pageSize must be from 1 to 20 (both inclusive): 21");
    assertThat(chats.pageSize(1).pageSize(20).build().pageSize()).isEqualTo(20);
  }

  @Test
  void refusesNegativeStarts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.startAt(-1))
        .withMessage("startAt must be 0 or more: -1");
  }

  @Test
  void refusesMaxItemsBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.maxItems(0))
        .withMessage("maxItems must be 1 or more: 0");
  }

  @Test
  void refusesLookAheadOutsideZeroToTen() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.lookAhead(11))
        .withMessage("lookAhead must be from 0 to 10 (both inclusive): 11");
  }

  @Test
  void refusesUserListsThatAreNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.userListId(0))
        .withMessage("userListId must be 1 or more: 0");
  }

  @Test
  void refusesSearchTextsOfMoreThanAHundredCharacters() {
    String emoji = "🎉".repeat(100);
    assertThat(chats.query(emoji).build().query()).isEqualTo(emoji);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.query("x".repeat(101)))
        .withMessageStartingWith("query must be at most 100 characters long, but has 101: \"xxx");
  }

  @Test
  void refusesAdditionalParametersThatHaveAMethod() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.additionalQueryParam("limit", "50"))
        .withMessage(
            "additionalQueryParam must not name a parameter that the query has a method for:"
                + " limit");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.additionalQueryParam(" ", "50"))
        .withMessage("name of an additional query parameter must not be blank: \" \"");
  }

  @Test
  void keepsEverySettingInToBuilder() {
    ChatListQuery query =
        ChatListQuery.builder()
            .order(ChatOrder.OLD)
            .filter(ChatFilter.PRIORITY)
            .query("hi")
            .userListId(7)
            .pageSize(3)
            .startAt(4)
            .maxItems(5)
            .lookAhead(2)
            .pagingMode(PagingMode.PLAIN)
            .onUndecodableItem(item -> {})
            .validationMode(ValidationMode.STRICT)
            .keepRawBody()
            .additionalQueryParam("new", "1")
            .build();

    assertThat(query.toBuilder().build()).isEqualTo(query).hasSameHashCodeAs(query);
    assertThat(query.toBuilder().pageSize(4).build()).isNotEqualTo(query);
    assertThat(query.toBuilder().query("ho").build()).isNotEqualTo(query);
    assertThat(query.keepsRawBody()).isTrue();
    assertThat(query).asString().contains("keepRawBody=true");
    assertThat(chats.keepRawBody().build()).isNotEqualTo(ChatListQuery.all());
    MassMessageListQuery sent =
        MassMessageListQuery.builder().status(MassMessageStatus.SENT).maxItems(3).build();
    assertThat(sent.toBuilder().build()).isEqualTo(sent).hasSameHashCodeAs(sent);
  }

  @Test
  void isNotChangedByItsBuilder() {
    ChatListQuery.Builder builder = ChatListQuery.builder().additionalQueryParam("a", "1");
    ChatListQuery query = builder.build();
    builder.additionalQueryParam("b", "2").pageSize(1);

    assertThat(query.additionalQueryParams()).containsOnlyKeys("a");
    assertThat(query.pageSize()).isEqualTo(20);
  }

  @Test
  void sayWhatTheyAskWithoutValuesThatMayBeSecret() {
    assertThat(chats.build()).hasToString("ChatListQuery{}");
    assertThat(
            chats
                .order(ChatOrder.OLD)
                .userListId(7)
                .pageSize(5)
                .maxItems(9)
                .additionalQueryParam("token", "a canary")
                .build())
        .hasToString(
            "ChatListQuery{order=OLD, userListId=7, pageSize=5, maxItems=9,"
                + " additionalQueryParams=[token]}");
  }

  @Test
  void listsAndEntriesSayWhatTheyRead() {
    try (OfAuthClient client = OfAuthClient.builder().apiKey("sk_canary").build()) {
      Chats entry = client.connection("conn_1").chats();

      assertThat(entry).hasToString("Chats{conn_1}");
      assertThat(entry.list(ChatListQuery.builder().filter(ChatFilter.UNREAD).build()))
          .hasToString("Paginated{listChats for connection conn_1: ChatListQuery{filter=UNREAD}}");
    }
  }
}
