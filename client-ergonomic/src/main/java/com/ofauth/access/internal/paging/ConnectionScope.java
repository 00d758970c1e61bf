package com.ofauth.access.internal.paging;

import com.ofauth.access.ListQuery;
import com.ofauth.access.Paginated;
import com.ofauth.access.internal.http.Layer;
import com.ofauth.access.internal.http.Secrets;
import com.ofauth.access.internal.reading.PaginatedList;
import com.ofauth.access.internal.util.Preconditions;
import java.util.concurrent.Executor;
import okhttp3.HttpUrl;

/**
 * One connection of one client: turns endpoints and queries into lists, and pages of them into
 * calls down the stack.
 */
public record ConnectionScope(
    String connectionId, GeneratedApis apis, Layer stack, Secrets secrets, Executor workers) {

  public <Q extends ListQuery, R, T> Paginated<T> list(ListEndpoint<Q, R, T> endpoint, Q query) {
    Preconditions.notNull("query", query);
    ReorderDirection reorderDirection = endpoint.reorderDirection().apply(query);
    if (reorderDirection == ReorderDirection.NONE && query.startAt() > 0) {
      throw new IllegalArgumentException(
          "startAt must be 0 for "
              + endpoint.operationId()
              + ", whose pages begin behind an item and not at an offset: "
              + query.startAt());
    }
    CheckpointScope checkpointScope =
        CheckpointScope.of(
            endpoint.operationId(), connectionId, parameters(endpoint, query), query);
    WalkState begin =
        query
            .resumeFrom()
            .map(checkpoint -> checkpointScope.resume(checkpoint, query.startAt()))
            .orElseGet(() -> WalkState.begin(query.startAt()));
    WalkPlan<T> plan =
        new WalkPlan<>(
            () -> new ListSource<>(this, endpoint, query),
            endpoint.key(),
            endpoint.version(),
            reorderDirection,
            query,
            checkpointScope,
            begin);
    return new PaginatedList<>(() -> plan.walk(workers), plan::firstPage, workers);
  }

  /**
   * The query as the service would see it, but for the place in the list: two lists are the same if
   * this is the same.
   */
  private <Q extends ListQuery, R, T> String parameters(ListEndpoint<Q, R, T> endpoint, Q query) {
    HttpUrl url =
        endpoint
            .request()
            .create(apis, connectionId, query, PageRequest.atOffset(0, 1))
            .request()
            .url();
    // The path too: one operation can list the parts of many things.
    return url.encodedPath() + "?" + url.encodedQuery();
  }
}
