package com.ofauth.access;

import com.ofauth.access.internal.paging.ConnectionScope;
import com.ofauth.access.internal.paging.ListEndpoint;
import com.ofauth.access.internal.paging.ReorderDirection;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.ChatListResponse;
import com.ofauth.access.model.Message;
import org.jspecify.annotations.Nullable;

/** The chats of one connected account. Immutable, thread-safe and cheap to create. */
public final class Chats {
  static final ListEndpoint<ChatListQuery, ChatListResponse, Chat> LIST =
      new ListEndpoint<>(
          "listChats",
          ChatListResponse.class,
          Chat.class,
          (apis, connectionId, query, position) ->
              apis.chats()
                  .listChats(
                      apis.apiKey(),
                      connectionId,
                      position.limit(),
                      position.offset(),
                      ListEndpoint.text(query.order(), ChatOrder::value),
                      ListEndpoint.text(query.filter(), ChatFilter::value),
                      query.query(),
                      query.userListId().isPresent() ? query.userListId().getAsLong() : null,
                      query.additionalQueryParams()),
          ChatListResponse::list,
          ChatListResponse::hasMore,
          response -> ListEndpoint.startAt(response.nextOffset()),
          chat -> chat.withUser().id(),
          Chats::lastMessageId,
          query ->
              query.order() == ChatOrder.OLD ? ReorderDirection.TO_TAIL : ReorderDirection.TO_HEAD);

  private final ConnectionScope scope;

  Chats(ConnectionScope scope) {
    this.scope = scope;
  }

  /**
   * Lists all chats, newest message first.
   *
   * @return the chats; no request is sent until they are read
   */
  public Paginated<Chat> list() {
    return list(ChatListQuery.all());
  }

  /**
   * Lists the chats that match a query.
   *
   * @param query which chats, and in which order
   * @return the chats; nothing is sent before they are read
   */
  public Paginated<Chat> list(ChatListQuery query) {
    return scope.list(LIST, query);
  }

  private static @Nullable Object lastMessageId(Chat chat) {
    Message last = chat.lastMessage();
    return last == null ? null : last.id();
  }
}
