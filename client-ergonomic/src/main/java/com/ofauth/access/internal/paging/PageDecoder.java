package com.ofauth.access.internal.paging;

import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.internal.http.BodyDecoder;
import com.ofauth.access.internal.http.Secrets;
import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.internal.json.ModelView;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.model.Deviation;
import com.ofauth.access.model.OfAuthModel;
import com.ofauth.access.model.UnreadableValueException;
import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a page of one endpoint. A page fails without a readable list, an item without its key;
 * any other value costs itself. In {@link ValidationMode#STRICT} any deviation fails the page.
 */
final class PageDecoder<R, T> implements BodyDecoder<DecodedPage<T>> {
  private static final String LIST = "list";
  private static final String HAS_MORE = "hasMore";

  private static final Pattern ITEM = Pattern.compile("\\$\\." + LIST + "\\[([0-9]{1,9})]");

  /** A page of thousands of wrong values must not take many times its size. */
  private static final int MAX_DEVIATIONS = 1_000;

  private final ListEndpoint<?, R, T> endpoint;
  private final ModelAdapter<R> adapter;
  private final Secrets secrets;
  private final boolean strict;

  PageDecoder(ListEndpoint<?, R, T> endpoint, ConnectionScope scope, ValidationMode mode) {
    this.endpoint = endpoint;
    this.secrets = scope.secrets();
    this.adapter = scope.apis().adapter(endpoint.responseType());
    this.strict = mode == ValidationMode.STRICT;
  }

  @Override
  public DecodedPage<T> decode(Buffer json, Deadline deadline) throws IOException {
    List<Deviation> told = new ArrayList<>(0);
    R body =
        BodyDecoder.read(
            adapter, strict ? null : deviation -> keep(deviation, told, secrets), json, deadline);
    ModelView view = ModelAdapter.viewOf((OfAuthModel) body);
    List<T> items = new ArrayList<>();
    List<UndecodableItem> broken = new ArrayList<>(0);
    for (Object item : itemsOf(view)) {
      deadline.check();
      int slot = items.size() + broken.size();
      String reason = reasonAgainst(item, slot, /* clean= */ told.isEmpty());
      if (reason == null) {
        items.add(endpoint.itemType().cast(item));
      } else {
        broken.add(new UndecodableItem(slot, reason, ModelView.json(item)));
      }
    }
    int slots = items.size() + broken.size();
    Boolean hasMore = view.flag(HAS_MORE);
    return new DecodedPage<>(
        items,
        slots,
        // Where the service does not say, an empty page is the end.
        hasMore == null ? slots > 0 : hasMore,
        endpoint.next(body),
        broken,
        told.isEmpty() ? List.of() : deviations(told, hasMore, broken));
  }

  /** Keeps what is told, fit for a log: a path holds names that the service has chosen. */
  static void keep(Deviation found, List<Deviation> told, Secrets secrets) {
    if (told.size() < MAX_DEVIATIONS) {
      told.add(
          new Deviation(
              secrets.foreign(found.path()), found.expected(), found.found(), found.taken()));
    }
  }

  private static List<?> itemsOf(ModelView view) {
    Object list = view.value(LIST);
    boolean isEmptyObject = list instanceof Map<?, ?> map && map.isEmpty();
    if (view.state(LIST) != ModelView.State.READ && !isEmptyObject) {
      String found = view.state(LIST) == ModelView.State.ABSENT ? "nothing" : ModelView.kind(list);
      throw new JsonDataException("Expected an array but was " + found + " at path $." + LIST);
    }
    return view.items(LIST);
  }

  /** Why something is no item of the list, or null if it is one. */
  private @Nullable String reasonAgainst(@Nullable Object item, int slot, boolean clean) {
    if (!endpoint.itemType().isInstance(item)) {
      return "Expected an object but was %s at path $.%s[%d]"
          .formatted(ModelView.kind(item), LIST, slot);
    }
    T typed = endpoint.itemType().cast(item);
    try {
      long unused = endpoint.key(typed);
    } catch (UnreadableValueException e) {
      return e.getMessage();
    }
    if (clean) {
      return null;
    }
    for (List<String> path : List.of(endpoint.keyPath(), endpoint.versionPath())) {
      if (!path.isEmpty()
          && ModelAdapter.viewOf((OfAuthModel) typed).isAmbiguous(path.toArray(String[]::new))) {
        return "Expected one value but was two different values at path $.%s[%d].%s"
            .formatted(LIST, slot, String.join(".", path));
      }
    }
    return null;
  }

  /**
   * What is to be told of what was found: an item that is left out is told as such, the next offset
   * of the last page does not matter, and some of what a page says is read in more forms than a
   * model takes.
   */
  private static List<Deviation> deviations(
      List<Deviation> told, @Nullable Boolean hasMore, List<UndecodableItem> broken) {
    List<Deviation> all = new ArrayList<>(told.size());
    for (Deviation deviation : told) {
      int slot = slotOf(deviation);
      boolean isJudged = !(Boolean.FALSE.equals(hasMore) && deviation.path().startsWith("$.next"));
      if (isJudged && broken.stream().noneMatch(item -> item.offset() == slot)) {
        boolean isRead =
            deviation.path().equals("$." + LIST)
                || (hasMore != null && deviation.path().equals("$." + HAS_MORE));
        all.add(
            isRead
                ? new Deviation(
                    deviation.path(), deviation.expected(), deviation.found(), /* taken= */ true)
                : deviation);
      }
    }
    return all;
  }

  /** The place of the item that a deviation of a page is in, or -1 for none. */
  static int slotOf(Deviation deviation) {
    Matcher item = ITEM.matcher(deviation.path());
    return item.lookingAt() ? Integer.parseInt(item.group(1)) : -1;
  }
}
