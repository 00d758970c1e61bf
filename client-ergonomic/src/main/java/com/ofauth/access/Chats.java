package com.ofauth.access;

import com.ofauth.access.changes.Changes;
import com.ofauth.access.internal.paging.ConnectionScope;
import com.ofauth.access.internal.paging.ListEndpoint;
import com.ofauth.access.internal.paging.ReorderDirection;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.ChatListResponse;
import com.ofauth.access.model.Message;
import java.util.List;
import java.util.Objects;
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
          List.of("withUser", "id"),
          Chats::lastMessageId,
          List.of("lastMessage", "id"),
          query ->
              query.order() == ChatOrder.OLD ? ReorderDirection.TO_TAIL : ReorderDirection.TO_HEAD);

  /** Other words for the whole list, newest message first. */
  private static final List<ChatListQuery> SAME =
      List.of(ChatListQuery.builder().order(ChatOrder.RECENT).build());

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

  /**
   * Gives what is new since a checkpoint: the chats that came or had a new message, oldest activity
   * first. Read marks, edits of messages and chats that left are not seen.
   *
   * @param since a checkpoint of {@link #checkpointNow()}, of an earlier poll, or of a walk over
   *     {@link #list()} that has reached the end of the list; it never expires
   * @return the news; nothing is sent before it is read
   * @throws IllegalArgumentException when the checkpoint belongs to something else
   */
  public Changes<Chat> changes(Checkpoint since) {
    return scope.changes(LIST, ChatListQuery.all(), SAME, Objects.requireNonNull(since, "since"));
  }

  /**
   * Tells where {@link #changes} can start: what is in the list now counts as known. Sends one
   * request.
   *
   * @return a checkpoint
   * @throws OfAuthException when the request fails
   */
  public Checkpoint checkpointNow() {
    return scope.now(LIST, ChatListQuery.all());
  }

  /**
   * Copies the list and follows it: gives all chats, newest first, and then what became new
   * meanwhile. A chat comes again only with new activity. Each checkpoint on the way is small,
   * below 4 kB; the last leads on by {@link #sync(Checkpoint)} or {@link #changes}.
   *
   * @return the copy; nothing is sent before it is read
   */
  public Changes<Chat> sync() {
    return scope.sync(LIST, ChatListQuery.all(), SAME, null);
  }

  /**
   * Goes on with a copy where an earlier one stopped: gives what is left of it and what became new,
   * or only the latter if it was complete.
   *
   * @param from a checkpoint of {@link #sync()}, or one that {@link #changes} takes
   * @return the rest; nothing is sent before it is read
   * @throws IllegalArgumentException when the checkpoint belongs to something else
   */
  public Changes<Chat> sync(Checkpoint from) {
    return scope.sync(LIST, ChatListQuery.all(), SAME, Objects.requireNonNull(from, "from"));
  }

  private static @Nullable Object lastMessageId(Chat chat) {
    Message last = chat.lastMessage();
    return last == null ? null : last.id();
  }
}
