package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.ListQuery;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.MalformedResponseException.Defect;
import com.ofauth.access.UndecodableItem;
import com.ofauth.access.internal.http.ApiRequest;
import com.ofauth.access.internal.http.ApiResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Fetches the pages of one list for one walk: builds the request, sends it down the stack, and
 * deals with broken items.
 */
final class ListSource<Q extends ListQuery, R, T> implements PageSource<T> {
  private static final Pattern ITEM_IN_PATH = Pattern.compile("\\$\\.list\\[([0-9]{1,4})]");

  private final ConnectionScope scope;
  private final ListEndpoint<Q, R, T> endpoint;
  private final Q query;
  private final @Nullable Consumer<? super UndecodableItem> report;
  private final PageDecoder<R, T> decoder;

  /** What was reported by this walk, which can meet an item more than once. */
  private final Set<Object> reported = new HashSet<>();

  ListSource(ConnectionScope scope, ListEndpoint<Q, R, T> endpoint, Q query) {
    this.scope = scope;
    this.endpoint = endpoint;
    this.query = query;
    this.report = bridge().onUndecodableItem(query);
    this.decoder = new PageDecoder<>(endpoint, scope.apis(), report != null);
  }

  @Override
  public FetchedPage<T> fetch(PageRequest position, boolean fresh) {
    try {
      return send(position);
    } catch (MalformedResponseException e) {
      if (e.defect() == Defect.TOO_LARGE && position.limit() > 1) {
        return fetch(new PageRequest(position.start(), position.limit() / 2), fresh);
      }
      int index = itemInPath(e);
      boolean oneItem = e.defect() == Defect.TOO_LARGE;
      if (report == null
          || (!oneItem && (e.defect() != Defect.NOT_JSON || index < 0))
          || position.cursor() != null) {
        bridge().failure(e).note(place(position, oneItem ? 0 : index));
        throw e;
      }
      if (position.limit() == 1) {
        return hole(position, e);
      }
      // The parser stumbled within that item: those before it can be read, and it can be had alone.
      int less = Math.max(1, Math.min(index, position.limit() - 1));
      return fetch(new PageRequest(position.start(), less), fresh);
    }
  }

  private FetchedPage<T> send(PageRequest position) {
    Request request =
        endpoint.request().create(scope.apis(), scope.connectionId(), query, position).request();
    // Retrofit tags the request with the arguments of the call.
    Request untagged = request.newBuilder().tag(Invocation.class, null).build();
    ApiRequest<DecodedPage<T>> call =
        new ApiRequest<>(endpoint.operationId(), scope.connectionId(), untagged, decoder);
    ApiResponse<DecodedPage<T>> response = scope.stack().send(call);
    DecodedPage<T> content = response.body();
    for (UndecodableItem broken : content.broken()) {
      report(
          bridge()
              .undecodableItem(
                  position.offset() + broken.offset(),
                  scope.secrets().foreign(broken.reason()),
                  broken.rawText().orElse(null)));
    }
    scope
        .stack()
        .listener()
        .onPage(call.call(), position.offset(), content.items().size(), content.hasMore());
    return FetchedPage.of(position, content, response);
  }

  /**
   * One item that is no JSON, alone. Whether there is more can't be read, so the next page has to
   * tell.
   */
  private FetchedPage<T> hole(PageRequest position, MalformedResponseException e) {
    String reason =
        e.getCause() == null
            ? String.valueOf(e.getMessage())
            : String.valueOf(e.getCause().getMessage());
    report(bridge().undecodableItem(position.offset(), reason, null));
    DecodedPage<T> content =
        new DecodedPage<>(List.of(), 1, true, PageStart.atOffset(position.offset() + 1), List.of());
    return FetchedPage.hole(position, content);
  }

  private synchronized void report(UndecodableItem item) {
    if (report != null && reported.add(identity(item))) {
      report.accept(item);
    }
  }

  /**
   * What tells one broken item from another: an object by its text, since its id is in there; what
   * is no object, like a null, by its place.
   */
  private static Object identity(UndecodableItem item) {
    return item.rawText()
        .filter(text -> text.length() > 2 && text.startsWith("{"))
        .<Object>map(text -> text)
        .orElse(item.offset());
  }

  private static String place(PageRequest position, int index) {
    return "in the page at "
        + position
        + (index < 0 || position.cursor() != null
            ? ""
            : ", item " + index + " of it, at offset " + (position.offset() + index));
  }

  /** The index of the item in which the body is broken, or -1 if it is broken elsewhere. */
  private static int itemInPath(MalformedResponseException e) {
    Throwable cause = e.getCause();
    Matcher matcher =
        ITEM_IN_PATH.matcher(String.valueOf((cause == null ? e : cause).getMessage()));
    int index = -1;
    // The last one: what comes before may be a value that the service sent.
    while (matcher.find()) {
      index = Integer.parseInt(matcher.group(1));
    }
    return index;
  }
}
