package com.ofauth.access;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * All that paging knows of one list endpoint. A further endpoint is one more of these.
 *
 * @param operationId the operation's id in the spec
 * @param responseType the generated model of a page
 * @param request builds the request for a position of the list
 * @param items the items of a page
 * @param hasMore whether the service says that there is more
 * @param nextOffset the offset of the next page as the service gives it, or null when it gives none
 * @param key what identifies an item
 * @param version what changes when an item moves within the list
 */
record ListEndpoint<Q extends ListQuery, R, T>(
    String operationId,
    Class<R> responseType,
    RequestFactory<Q, R> request,
    Function<R, List<T>> items,
    Predicate<R> hasMore,
    Function<R, @Nullable Long> nextOffset,
    ToLongFunction<T> key,
    Function<T, @Nullable Object> version) {

  /** Builds the request by the generated Retrofit interface; the call itself is never executed. */
  interface RequestFactory<Q, R> {
    Call<R> create(Wire wire, String connectionId, Q query, Position position);
  }
}
