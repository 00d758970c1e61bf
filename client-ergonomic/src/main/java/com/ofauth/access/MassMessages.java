package com.ofauth.access;

import com.ofauth.access.changes.Changes;
import com.ofauth.access.internal.paging.ConnectionScope;
import com.ofauth.access.internal.paging.ListEndpoint;
import com.ofauth.access.internal.paging.ReorderDirection;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.MassMessageListResponse;
import java.util.List;
import java.util.Objects;

/** The mass messages of one connected account. Immutable, thread-safe and cheap to create. */
public final class MassMessages {
  static final ListEndpoint<MassMessageListQuery, MassMessageListResponse, MassMessage> LIST =
      new ListEndpoint<>(
          "listMassMessages",
          MassMessageListResponse.class,
          MassMessage.class,
          (apis, connectionId, query, position) ->
              apis.massMessages()
                  .listMassMessages(
                      apis.apiKey(),
                      connectionId,
                      position.limit(),
                      position.offset(),
                      ListEndpoint.text(query.status(), MassMessageStatus::value),
                      query.additionalQueryParams()),
          MassMessageListResponse::list,
          MassMessageListResponse::hasMore,
          response -> null,
          MassMessage::id,
          List.of("id"),
          MassMessage::date,
          List.of("date"),
          query -> ReorderDirection.TO_HEAD);

  /** Other words for the mass messages that were sent. */
  private static final List<MassMessageListQuery> SAME =
      List.of(MassMessageListQuery.builder().status(MassMessageStatus.SENT).build());

  private final ConnectionScope scope;

  MassMessages(ConnectionScope scope) {
    this.scope = scope;
  }

  /**
   * Lists all mass messages that were sent.
   *
   * @return the mass messages; nothing is sent before they are read
   */
  public Paginated<MassMessage> list() {
    return list(MassMessageListQuery.allSent());
  }

  /**
   * Lists the mass messages that match a query.
   *
   * @param query which mass messages
   * @return the mass messages; nothing is sent before they are read
   */
  public Paginated<MassMessage> list(MassMessageListQuery query) {
    return scope.list(LIST, query);
  }

  /**
   * Gives the mass messages that were sent since a checkpoint, the oldest first. Edits and
   * cancellations are not seen.
   *
   * @param since a checkpoint of {@link #checkpointNow()}, of an earlier poll, or of a walk over
   *     {@link #list()} that has reached the end of the list; it never expires
   * @return the news; nothing is sent before it is read
   * @throws IllegalArgumentException when the checkpoint belongs to something else
   */
  public Changes<MassMessage> changes(Checkpoint since) {
    return scope.changes(
        LIST, MassMessageListQuery.allSent(), SAME, Objects.requireNonNull(since, "since"));
  }

  /**
   * Tells where {@link #changes} can start: what was sent by now counts as known. Sends one
   * request.
   *
   * @return a checkpoint
   * @throws OfAuthException when the request fails
   */
  public Checkpoint checkpointNow() {
    return scope.now(LIST, MassMessageListQuery.allSent());
  }

  /**
   * Copies the list and follows it: gives all mass messages that were sent, newest first, and then
   * those that were sent meanwhile. Each checkpoint on the way is small, below 4 kB; the last leads
   * on by {@link #sync(Checkpoint)} or {@link #changes}.
   *
   * @return the copy; nothing is sent before it is read
   */
  public Changes<MassMessage> sync() {
    return scope.sync(LIST, MassMessageListQuery.allSent(), SAME, null);
  }

  /**
   * Goes on with a copy where an earlier one stopped: gives what is left of it and what was sent
   * meanwhile, or only the latter if it was complete.
   *
   * @param from a checkpoint of {@link #sync()}, or one that {@link #changes} takes
   * @return the rest; nothing is sent before it is read
   * @throws IllegalArgumentException when the checkpoint belongs to something else
   */
  public Changes<MassMessage> sync(Checkpoint from) {
    return scope.sync(
        LIST, MassMessageListQuery.allSent(), SAME, Objects.requireNonNull(from, "from"));
  }
}
