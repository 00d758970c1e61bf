package com.ofauth.access;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import okhttp3.HttpUrl;
import okhttp3.Request;
import retrofit2.Invocation;

/**
 * One connection of one client: turns endpoints and queries into lists, and pages of them into
 * calls down the stack.
 */
record ConnectionScope(String connectionId, Wire wire, Stage stack, Executor workers) {

  <Q extends ListQuery, R, T> Paginated<T> list(ListEndpoint<Q, R, T> endpoint, Q query) {
    Objects.requireNonNull(query, "query");
    PageSource<T> source = (position, fresh) -> fetch(endpoint, query, position);
    CheckpointOwner owner =
        CheckpointOwner.of(
            endpoint.operationId(), connectionId, parameters(endpoint, query), query);
    WalkState begin =
        query
            .resumeFrom()
            .map(checkpoint -> owner.resume(checkpoint, query.startAt()))
            .orElseGet(() -> WalkState.begin(query.startAt()));
    ListPlan<T> plan =
        new ListPlan<>(
            source,
            endpoint.key(),
            endpoint.version(),
            endpoint.drift().apply(query),
            query,
            owner,
            begin);
    return new PaginatedList<>(() -> plan.walk(workers), workers);
  }

  /**
   * The query as the service would see it, but for the place in the list: two lists are the same if
   * this is the same.
   */
  private <Q extends ListQuery, R, T> String parameters(ListEndpoint<Q, R, T> endpoint, Q query) {
    HttpUrl url = request(endpoint, query, Position.atOffset(0, 1)).url();
    return String.valueOf(url.encodedQuery());
  }

  private <Q extends ListQuery, R, T> Request request(
      ListEndpoint<Q, R, T> endpoint, Q query, Position position) {
    return endpoint.request().create(wire, connectionId, query, position).request();
  }

  private <Q extends ListQuery, R, T> FetchedPage<T> fetch(
      ListEndpoint<Q, R, T> endpoint, Q query, Position position) {
    Request request = request(endpoint, query, position);
    // Retrofit tags the request with the arguments of the call, the key among them, and toString()
    // would show them.
    Request untagged = request.newBuilder().tag(Invocation.class, null).build();
    ApiRequest<R> call =
        new ApiRequest<>(
            endpoint.operationId(),
            connectionId,
            untagged,
            BodyDecoder.of(wire.adapter(endpoint.responseType())));
    ApiResponse<R> response = stack.send(call);
    R body = response.body();
    List<T> items = endpoint.items().apply(body);
    boolean hasMore = endpoint.hasMore().test(body);
    stack.listener().onPage(call.call(), position.offset(), items.size(), hasMore);
    return new FetchedPage<>(
        position,
        items,
        items.size(),
        hasMore,
        endpoint.next().apply(body),
        response,
        /* ahead= */ false);
  }
}
