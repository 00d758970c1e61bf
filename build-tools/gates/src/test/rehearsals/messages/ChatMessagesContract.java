package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ofauth.access.ChatMessageListQuery;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.Page;
import com.ofauth.access.Paginated;
import com.ofauth.access.model.Media;
import com.ofauth.access.model.MediaType;
import com.ofauth.access.model.Message;
import com.ofauth.access.model.OfAuthJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What the SDK needs of {@code GET /v2/access/chats/{userId}/messages}. */
final class ChatMessagesContract implements EndpointContract {
  private static final String OPERATION = "listChatMessages";
  private static final String PAGE = "ChatMessageListResponse";
  private static final long USER = 7;

  @Override
  public List<ContractCase> strict() {
    List<ContractCase> cases = new ArrayList<>();

    ContractCase full =
        ask("a page of messages with every known field")
            .given(ProviderState.FULL_MESSAGES)
            .answers(
                200,
                Shapes.everyItemLike(PAGE, page("ChatsFull", true)).exactly("hasMore"),
                Contracts.RATE_LIMIT_HEADERS)
            .gives(
                firstPage(
                    page -> {
                      assertThat(page.hasMore()).isTrue();
                      assertThat(page.rateLimit()).isPresent();
                      String written = OfAuthJson.write(Message.class, page.items().get(0));
                      assertThat(Json.parse(written))
                          .isEqualTo(Json.parse(message("ChatsFull", 0).toString()));
                    }));
    cases.add(full);

    cases.add(
        ask("the page behind the last message of another")
            .given(ProviderState.FULL_MESSAGES)
            .after(full)
            .query("lastId", message("ChatsFull", 0).path("id").asText())
            .answers(200, Shapes.listed(PAGE, "ChatMessagesLast").exactly("list", "hasMore"))
            .gives(connection -> assertThat(messages(connection).stream()).hasSize(1)));

    cases.add(
        ask("a page of messages with only the required fields")
            .given(ProviderState.MINIMAL_MESSAGES)
            .answers(200, Shapes.everyItemLike(PAGE, "ChatMessagesFirst").exactly("hasMore"))
            .gives(
                firstPage(
                    page -> {
                      assertThat(page.hasMore()).isTrue();
                      assertThat(page.items().get(0).changedAt()).isNull();
                    })));

    cases.add(
        ask("messages with media of all types and nulls")
            .given(ProviderState.VARIED_MESSAGES)
            .answers(200, Shapes.listed(PAGE, page("ChatsVariants", false)))
            .gives(
                firstPage(
                    page -> {
                      assertThat(page.items().get(0).media())
                          .extracting(Media::type)
                          .containsExactly(
                              MediaType.VIDEO, MediaType.GIF, MediaType.AUDIO, MediaType.PHOTO);
                      assertThat(page.items().get(0).giphyId()).isNull();
                      assertThat(Objects.requireNonNull(page.items().get(1).fromUser()).view())
                          .isEqualTo("s");
                    })));

    cases.add(
        ask("a message with a type of medium that is newer than the SDK")
            .given(ProviderState.NEW_MEDIA_TYPE_IN_MESSAGE)
            .answers(
                200,
                Shapes.everyItemHas(PAGE, Contracts.withNewMediaType(page("ChatsFull", false))))
            .gives(
                firstPage(
                    page ->
                        assertThat(page.items().get(0).media().get(0).typeAsString())
                            .isEqualTo(Contracts.NEW_MEDIA_TYPE))));

    cases.addAll(ErrorContract.strict(OPERATION, firstPage(page -> {})));
    return ofTheChat(cases);
  }

  @Override
  public List<ContractCase> live() {
    return ofTheChat(
        Contracts.live(
            OPERATION,
            PAGE,
            page("ChatsFull", true),
            firstPage(page -> assertThat(page.items()).isNotEmpty())));
  }

  private static ContractCase ask(String description) {
    return ContractCase.of(OPERATION, description);
  }

  private static List<ContractCase> ofTheChat(List<ContractCase> cases) {
    cases.forEach(one -> one.at("userId", Long.toString(USER)));
    return cases;
  }

  private static Paginated<Message> messages(OfAuthConnection connection) {
    return connection.chatMessages().list(ChatMessageListQuery.builder(USER).build());
  }

  private static Consumer<OfAuthConnection> firstPage(Consumer<Page<Message>> check) {
    return connection -> check.accept(messages(connection).firstPage());
  }

  /** A message as the chats of an example have it. */
  private static JsonNode message(String chats, int chat) {
    return Contracts.listOf(chats).get(chat).path("lastMessage");
  }

  private static ObjectNode page(String chats, boolean hasMore) {
    ArrayNode list = Json.array().add(message(chats, 0)).add(message(chats, 1));
    ObjectNode page = Json.object().put("hasMore", hasMore);
    // The first alone is shown where all are alike.
    page.put("nextLastId", list.get(0).path("id").asLong());
    return page.set("list", list);
  }
}
