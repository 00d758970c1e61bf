package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.UndecodableItem;
import com.ofauth.access.internal.http.BodyDecoder;
import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.internal.json.ModelView;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.model.OfAuthModel;
import com.ofauth.access.model.UnreadableValueException;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a page of one endpoint. A page fails without a readable list, an item without its key;
 * any other value costs itself.
 */
final class PageDecoder<R, T> implements BodyDecoder<DecodedPage<T>> {
  private static final String LIST = "list";

  private final ListEndpoint<?, R, T> endpoint;
  private final BodyDecoder<R> page;
  private final boolean leavesOutBrokenItems;

  PageDecoder(ListEndpoint<?, R, T> endpoint, GeneratedApis apis, boolean leavesOutBrokenItems) {
    this.endpoint = endpoint;
    this.page = BodyDecoder.of(apis.adapter(endpoint.responseType()));
    this.leavesOutBrokenItems = leavesOutBrokenItems;
  }

  @Override
  public DecodedPage<T> decode(ByteString raw, Deadline deadline) throws IOException {
    R body = page.decode(raw, deadline);
    ModelView view = ModelAdapter.viewOf((OfAuthModel) body);
    List<T> items = new ArrayList<>();
    List<UndecodableItem> broken = new ArrayList<>(0);
    for (Object item : itemsOf(view)) {
      int index = items.size() + broken.size();
      String reason = reasonAgainst(item, index);
      if (reason == null) {
        items.add(endpoint.itemType().cast(item));
      } else if (leavesOutBrokenItems) {
        broken.add(bridge().undecodableItem(index, reason, ModelView.json(item)));
      } else {
        throw new JsonDataException(reason);
      }
    }
    boolean hasMore = hasMore(body);
    PageStart next = endpoint.next().apply(body);
    if (hasMore && next == null) {
      refuseUnreadableNext(raw);
    }
    return new DecodedPage<>(items, items.size() + broken.size(), hasMore, next, broken);
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
  private @Nullable String reasonAgainst(@Nullable Object item, int index) {
    if (!endpoint.itemType().isInstance(item)) {
      return "Expected an object but was %s at path $.%s[%d]"
          .formatted(ModelView.kind(item), LIST, index);
    }
    try {
      long unused = endpoint.key().applyAsLong(endpoint.itemType().cast(item));
      return null;
    } catch (UnreadableValueException e) {
      return e.getMessage();
    }
  }

  private boolean hasMore(R body) {
    try {
      return endpoint.hasMore().test(body);
    } catch (UnreadableValueException e) {
      throw new JsonDataException(e.getMessage(), e);
    }
  }

  /**
   * To leave the next offset out is allowed. To give null for it is not, and has been seen to start
   * lists over; nor is anything that can't be read.
   */
  private static void refuseUnreadableNext(ByteString raw) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().write(raw));
    reader.beginObject();
    while (reader.hasNext()) {
      if (reader.nextName().startsWith("next")) {
        throw new JsonDataException(
            "hasMore is true, but '%s' is %s at path %s"
                .formatted(
                    nameOf(reader),
                    reader.peek().name().toLowerCase(Locale.ROOT),
                    reader.getPath()));
      }
      reader.skipValue();
    }
  }

  private static String nameOf(JsonReader reader) {
    return reader.getPath().substring(2);
  }
}
