package com.ofauth.access;

import java.util.Objects;
import okhttp3.Request;
import retrofit2.Invocation;

/**
 * One connection of one client: turns endpoints and queries into lists, and pages of them into
 * calls down the stack.
 */
record ConnectionScope(String connectionId, Wire wire, Stage stack) {

  <Q extends ListQuery, R, T> Paginated<T> list(ListEndpoint<Q, R, T> endpoint, Q query) {
    Objects.requireNonNull(query, "query");
    return new OffsetPaginated<>(query, position -> fetch(endpoint, query, position));
  }

  private <Q extends ListQuery, R, T> FetchedPage<T> fetch(
      ListEndpoint<Q, R, T> endpoint, Q query, Position position) {
    Request request = endpoint.request().create(wire, connectionId, query, position).request();
    // Retrofit tags the request with the arguments of the call, the key among them, and toString()
    // would show them.
    Request untagged = request.newBuilder().tag(Invocation.class, null).build();
    ApiResponse<R> response =
        stack.send(
            new ApiRequest<>(
                endpoint.operationId(),
                connectionId,
                untagged,
                BodyDecoder.of(wire.adapter(endpoint.responseType()))));
    R body = response.body();
    return new FetchedPage<>(
        position,
        endpoint.items().apply(body),
        endpoint.hasMore().test(body),
        endpoint.nextOffset().apply(body),
        response);
  }
}
