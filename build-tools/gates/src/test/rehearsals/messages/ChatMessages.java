package com.ofauth.access;

import com.ofauth.access.internal.paging.ConnectionScope;
import com.ofauth.access.internal.paging.ReorderDirection;
import com.ofauth.access.internal.paging.ListEndpoint;
import com.ofauth.access.model.ChatMessageListResponse;
import com.ofauth.access.model.Message;
import java.util.List;

/** The messages of one chat. Immutable, thread-safe, cheap to make. */
public final class ChatMessages {
  static final ListEndpoint<ChatMessageListQuery, ChatMessageListResponse, Message> LIST =
      new ListEndpoint<>(
          "listChatMessages",
          ChatMessageListResponse.class,
          Message.class,
          (apis, connectionId, query, position) ->
              apis.chats()
                  .listChatMessages(
                      apis.apiKey(),
                      connectionId,
                      query.userId(),
                      position.limit(),
                      position.cursorAsNumber(),
                      query.additionalQueryParams()),
          ChatMessageListResponse::list,
          ChatMessageListResponse::hasMore,
          response -> ListEndpoint.startBehind(response.nextLastId()),
          Message::id,
          List.of("id"),
          Message::changedAt,
          List.of("changedAt"),
          query -> ReorderDirection.NONE);

  private final ConnectionScope scope;

  ChatMessages(ConnectionScope scope) {
    this.scope = scope;
  }

  /**
   * Lists the messages that a query asks for, the newest first.
   *
   * @param query of which chat
   * @return the messages; nothing is sent before they are read
   */
  public Paginated<Message> list(ChatMessageListQuery query) {
    return scope.list(LIST, query);
  }
}
