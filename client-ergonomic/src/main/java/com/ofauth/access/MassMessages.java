package com.ofauth.access;

import com.ofauth.access.internal.paging.ConnectionScope;
import com.ofauth.access.internal.paging.ListEndpoint;
import com.ofauth.access.internal.paging.ReorderDirection;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.MassMessageListResponse;

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
          MassMessage::date,
          query -> ReorderDirection.TO_HEAD);

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
}
