package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.CallInfo;
import com.ofauth.access.ListQuery;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.MalformedResponseException.Defect;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.internal.http.ApiRequest;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import retrofit2.Invocation;

/**
 * Fetches the pages of one list for one walk: builds the request, sends it down the stack, and
 * deals with broken items.
 */
final class ListSource<Q extends ListQuery, R, T> implements PageSource<T> {
  private final ConnectionScope scope;
  private final ListEndpoint<Q, R, T> endpoint;
  private final Q query;
  private final DeviationReport report;
  private final boolean strict;
  private final PageDecoder<R, T> decoder;

  ListSource(
      ConnectionScope scope, ListEndpoint<Q, R, T> endpoint, Q query, DeviationReport report) {
    this.scope = scope;
    this.endpoint = endpoint;
    this.query = query;
    this.report = report;
    ValidationMode mode = query.validationMode().orElse(scope.validationMode());
    this.strict = mode == ValidationMode.STRICT;
    this.decoder = new PageDecoder<>(endpoint, scope, mode);
  }

  @Override
  public FetchedPage<T> fetch(PageRequest position, boolean fresh) {
    ApiRequest<DecodedPage<T>> request = request(position);
    try {
      return send(request, position);
    } catch (MalformedResponseException e) {
      boolean oneItem = e.defect() == Defect.TOO_LARGE;
      if (oneItem && position.limit() > 1) {
        return fetch(new PageRequest(position.start(), position.limit() / 2), fresh);
      }
      int index = ItemInPath.of(e);
      if (strict
          || (!oneItem && (e.defect() != Defect.NOT_JSON || index < 0))
          || position.cursor() != null) {
        bridge().failure(e).note(place(position, oneItem ? 0 : index));
        throw e;
      }
      if (position.limit() == 1) {
        return told(request.call(), FetchedPage.hole(position, noJson(position, e)));
      }
      // The parser stumbled within that item: those before it can be read, and it can be had alone.
      int less = Math.max(1, Math.min(index, position.limit() - 1));
      return fetch(new PageRequest(position.start(), less), fresh);
    }
  }

  private ApiRequest<DecodedPage<T>> request(PageRequest position) {
    Request request =
        endpoint.request(scope.apis(), scope.connectionId(), query, position).request();
    // Retrofit tags the request with the arguments of the call.
    Request untagged = request.newBuilder().tag(Invocation.class, null).build();
    return new ApiRequest<>(
        endpoint.operationId(), scope.connectionId(), untagged, decoder, query.keepsRawBody());
  }

  private FetchedPage<T> send(ApiRequest<DecodedPage<T>> request, PageRequest position) {
    ApiResponse<DecodedPage<T>> response = scope.stack().send(request);
    DecodedPage<T> content = response.body();
    List<UndecodableItem> broken = new ArrayList<>(0);
    for (UndecodableItem item : content.broken()) {
      broken.add(placed(item, position));
    }
    scope
        .stack()
        .listener()
        .onPage(request.call(), position.offset(), content.items().size(), content.hasMore());
    return told(request.call(), FetchedPage.of(position, content, broken, response));
  }

  private FetchedPage<T> told(CallInfo call, FetchedPage<T> page) {
    if (!page.deviations().isEmpty() || !page.broken().isEmpty()) {
      report.tell(call, page, item -> SeenItem.of(endpoint.key(item), endpoint.versionOf(item)));
    }
    return page;
  }

  private UndecodableItem placed(UndecodableItem item, PageRequest position) {
    return new UndecodableItem(
        position.offset() + item.offset(),
        scope.secrets().foreign(item.reason()),
        item.rawText().orElse(null));
  }

  private UndecodableItem noJson(PageRequest position, MalformedResponseException e) {
    Throwable cause = e.getCause();
    String reason = String.valueOf((cause == null ? e : cause).getMessage());
    return new UndecodableItem(
        position.offset(), scope.secrets().foreign(reason), /* rawText= */ null);
  }

  private static String place(PageRequest position, int index) {
    return "in the page at "
        + position
        + (index < 0 || position.cursor() != null
            ? ""
            : ", item " + index + " of it, at offset " + (position.offset() + index));
  }
}
