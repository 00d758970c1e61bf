package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.ChatOrder;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.Page;
import com.ofauth.access.model.CanNotSendReason;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.Media;
import com.ofauth.access.model.MediaType;
import com.ofauth.access.model.Message;
import com.ofauth.access.model.OfAuthJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What the SDK needs of {@code GET /v2/access/chats}. */
final class ChatsContract implements EndpointContract {
  private static final String OPERATION = "listChats";
  private static final String PAGE = "ChatListResponse";

  @Override
  public List<ContractCase> strict() {
    List<ContractCase> cases = new ArrayList<>();

    cases.add(
        ask("a page of chats with every known field")
            .given(ProviderState.FULL_CHATS)
            .answers(
                200,
                Shapes.everyItemLike(PAGE, "ChatsFull").exactly("hasMore"),
                Contracts.RATE_LIMIT_HEADERS)
            .gives(
                page(
                    page -> {
                      assertThat(page.hasMore()).isTrue();
                      assertThat(page.rateLimit()).isPresent();
                      losesNothing(page, Contracts.listOf("ChatsFull").get(0));
                    })));

    cases.add(
        ask("a page of chats with only the required fields")
            .given(ProviderState.MINIMAL_CHATS)
            .answers(200, Shapes.everyItemLike(PAGE, "ChatsMinimal").exactly("hasMore"))
            .gives(
                page(
                    page -> {
                      assertThat(page.hasMore()).isFalse();
                      assertThat(page.items().get(0).lastMessage()).isNull();
                      assertThat(page.items().get(0).canNotSendReason()).isNull();
                    })));

    cases.add(
        ask("an empty page of chats")
            .given(ProviderState.NO_CHATS)
            .answers(200, Shapes.listed(PAGE, "ChatsEmptyPage").exactly("list", "hasMore"))
            .gives(
                page(
                    page -> {
                      assertThat(page.items()).isEmpty();
                      assertThat(page.hasMore()).isFalse();
                    })));

    cases.add(
        ask("the last page of chats")
            .given(ProviderState.FORTY_ONE_CHATS)
            .query("offset", "40")
            .answers(200, Shapes.listed(PAGE, "ChatsLastPage").exactly("hasMore"))
            .gives(
                page(
                    ChatListQuery.builder().startAt(40),
                    page -> {
                      assertThat(page.items()).hasSize(1);
                      assertThat(page.hasMore()).isFalse();
                    })));

    cases.add(
        ask("chats that can't be written to, with a reason and without one, and media of all types")
            .given(ProviderState.VARIED_CHATS)
            .answers(200, Shapes.listed(PAGE, variants()))
            .gives(
                page(
                    page -> {
                      assertThat(page.items())
                          .extracting(Chat::canNotSendReason)
                          .containsExactly(
                              CanNotSendReason.of(true), CanNotSendReason.of("subscribe"));
                      Message first = Objects.requireNonNull(page.items().get(0).lastMessage());
                      assertThat(first.media())
                          .extracting(Media::type)
                          .containsExactly(
                              MediaType.VIDEO, MediaType.GIF, MediaType.AUDIO, MediaType.PHOTO);
                      assertThat(first.giphyId()).isNull();
                      assertThat(Objects.requireNonNull(first.fromUser()).name())
                          .isEqualTo("Robin Ashdown");
                      Message second = Objects.requireNonNull(page.items().get(1).lastMessage());
                      assertThat(Objects.requireNonNull(second.fromUser()).view()).isEqualTo("s");
                    })));

    cases.add(
        ask("a chat with a type of medium that is newer than the SDK")
            .given(ProviderState.NEW_MEDIA_TYPE_IN_CHAT)
            .answers(200, Shapes.everyItemHas(PAGE, Contracts.withNewMediaType("ChatsFull")))
            .gives(
                page(
                    page -> {
                      Message message = Objects.requireNonNull(page.items().get(0).lastMessage());
                      assertThat(message.media().get(0).type())
                          .isEqualTo(MediaType.UNKNOWN_TO_SDK_VERSION);
                      assertThat(message.media().get(0).typeAsString())
                          .isEqualTo(Contracts.NEW_MEDIA_TYPE);
                    })));

    cases.add(filtered("the oldest chats first", "order", "old", q -> q.order(ChatOrder.OLD)));
    cases.add(
        filtered("the newest chats first", "order", "recent", q -> q.order(ChatOrder.RECENT)));
    cases.add(filtered("priority chats", "filter", "priority", q -> q.filter(ChatFilter.PRIORITY)));
    cases.add(
        filtered("chats of tippers", "filter", "who_tipped", q -> q.filter(ChatFilter.WHO_TIPPED)));
    cases.add(filtered("unread chats", "filter", "unread", q -> q.filter(ChatFilter.UNREAD)));
    cases.add(filtered("chats found by text", "query", "birthday", q -> q.query("birthday")));
    cases.add(
        filtered("chats of a user list", "userListId", "912837465", q -> q.userListId(912837465)));
    cases.add(filtered("a page of one chat", "limit", "1", q -> q.pageSize(1)));
    cases.add(
        filtered(
                "chats by all parameters at once",
                "query",
                "birthday",
                q ->
                    q.query("birthday")
                        .order(ChatOrder.RECENT)
                        .filter(ChatFilter.UNREAD)
                        .userListId(912837465)
                        .pageSize(20)
                        .startAt(0))
            .query("order", "recent")
            .query("filter", "unread")
            .query("userListId", "912837465"));

    cases.addAll(ErrorContract.strict(OPERATION, ChatsContract::firstPage));
    return cases;
  }

  @Override
  public List<ContractCase> live() {
    return Contracts.live(OPERATION, PAGE, "ChatsFull", ChatsContract::firstPage);
  }

  private static ContractCase ask(String description) {
    return ContractCase.of(OPERATION, description);
  }

  private static Consumer<OfAuthConnection> page(Consumer<Page<Chat>> check) {
    return page(ChatListQuery.builder(), check);
  }

  private static Consumer<OfAuthConnection> page(
      ChatListQuery.Builder query, Consumer<Page<Chat>> check) {
    return connection -> check.accept(connection.chats().list(query.build()).firstPage());
  }

  private static ContractCase filtered(
      String description, String parameter, String value, Consumer<ChatListQuery.Builder> query) {
    ChatListQuery.Builder builder = ChatListQuery.builder();
    query.accept(builder);
    return ask(description)
        .given(ProviderState.CHAT_FOR_EVERY_FILTER)
        .query(parameter, value)
        .answers(200, Shapes.everyItemLike(PAGE, "ChatsMinimal"))
        .gives(page(builder, page -> assertThat(page.items()).hasSize(1)));
  }

  private static void firstPage(OfAuthConnection connection) {
    assertThat(connection.chats().list().firstPage().items()).isNotEmpty();
  }

  private static void losesNothing(Page<Chat> page, JsonNode sent) {
    assertThat(page.items()).hasSize(1);
    String written = OfAuthJson.write(Chat.class, page.items().get(0));
    assertThat(Json.parse(written)).isEqualTo(Json.parse(sent.toString()));
  }

  /** The example goes on, which these two chats alone do not. */
  private static JsonNode variants() {
    ObjectNode page = (ObjectNode) Spec.ACCESS.example("ChatsVariants");
    return page.put("hasMore", false).put("nextOffset", 2);
  }
}
