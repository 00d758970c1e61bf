package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.ListQuery;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The list that one endpoint gives for one query, over one connection. */
final class QueriedList<Q extends ListQuery, R, T> implements WalkedList<T> {
  private final ConnectionScope connection;
  private final ListEndpoint<Q, R, T> endpoint;
  private final Q query;
  private final boolean comparesContent;
  private volatile @Nullable CheckpointScope checkpointScope;

  private QueriedList(
      ConnectionScope connection,
      ListEndpoint<Q, R, T> endpoint,
      Q query,
      boolean comparesContent) {
    this.connection = connection;
    this.endpoint = endpoint;
    this.query = query;
    this.comparesContent = comparesContent;
  }

  static <Q extends ListQuery, R, T> QueriedList<Q, R, T> of(
      ConnectionScope connection, ListEndpoint<Q, R, T> endpoint, Q query) {
    return new QueriedList<>(connection, endpoint, query, /* comparesContent= */ false);
  }

  /** The same list, of which an item is new again when what the spec compares has changed. */
  QueriedList<Q, R, T> comparingContent() {
    return new QueriedList<>(connection, endpoint, query, /* comparesContent= */ true);
  }

  /** The list of the same endpoint for another query. */
  QueriedList<Q, R, T> with(Q other) {
    return new QueriedList<>(connection, endpoint, other, comparesContent);
  }

  /**
   * @param begin where walks begin, or null for the start of the list
   * @param copies whether walks copy the list, and leave what moves to a poll for news
   */
  WalkPlan<T> plan(@Nullable WalkState begin, boolean copies) {
    return new WalkPlan<>(this, endpoint.reorderDirection(query), query, begin, copies);
  }

  @Override
  public PageSource<T> source() {
    return source(report());
  }

  /** A source that tells by a report that others share. */
  PageSource<T> source(DeviationReport report) {
    return new ListSource<>(connection, endpoint, query, report);
  }

  DeviationReport report() {
    return new DeviationReport(connection.stack().listener(), bridge().onUndecodableItem(query));
  }

  @Override
  public long key(T item) {
    return endpoint.key(item);
  }

  @Override
  public @Nullable Object versionOf(T item) {
    return comparesContent ? endpoint.contentOf(item) : endpoint.versionOf(item);
  }

  @Override
  public CheckpointScope checkpointScope() {
    CheckpointScope known = checkpointScope;
    if (known == null) {
      known =
          CheckpointScope.of(
              endpoint.operationId(), connection.connectionId(), parameters(), query);
      checkpointScope = known;
    }
    return known;
  }

  /**
   * The query as the service would see it, but for the place in the list: two lists are the same if
   * this is the same.
   */
  String parameters() {
    HttpUrl url =
        endpoint
            .request(
                connection.apis(), connection.connectionId(), query, PageRequest.atOffset(0, 1))
            .request()
            .url();
    // The path too: one operation can list the parts of many things.
    return url.encodedPath() + "?" + url.encodedQuery();
  }

  @Override
  public String toString() {
    return endpoint.operationId() + " for connection " + connection.connectionId() + ": " + query;
  }
}
