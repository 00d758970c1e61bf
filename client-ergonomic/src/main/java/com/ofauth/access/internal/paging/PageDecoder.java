package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.UndecodableItem;
import com.ofauth.access.internal.http.BodyDecoder;
import com.ofauth.access.internal.http.TruncatedJson;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.DeadlinePassedException;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Decodes a page of one endpoint: as a whole, or, where broken items are to be left out, item by
 * item once that has failed.
 */
final class PageDecoder<R, T> implements BodyDecoder<DecodedPage<T>> {
  private static final String LIST = "list";

  private final ListEndpoint<?, R, T> endpoint;
  private final BodyDecoder<R> page;
  private final BodyDecoder<T> item;
  private final boolean leavesOutBrokenItems;

  PageDecoder(ListEndpoint<?, R, T> endpoint, GeneratedApis apis, boolean leavesOutBrokenItems) {
    this.endpoint = endpoint;
    this.page = BodyDecoder.of(apis.adapter(endpoint.responseType()));
    this.item = BodyDecoder.of(apis.adapter(endpoint.itemType()));
    this.leavesOutBrokenItems = leavesOutBrokenItems;
  }

  @Override
  public DecodedPage<T> decode(ByteString raw, Deadline deadline) throws IOException {
    R body;
    try {
      body = page.decode(raw, deadline);
    } catch (JsonDataException e) {
      if (leavesOutBrokenItems) {
        return decodeItemByItem(raw, deadline);
      }
      throw e;
    }
    List<T> items = endpoint.items().apply(body);
    return content(body, raw, items, items.size(), List.of());
  }

  private DecodedPage<T> content(
      R body, ByteString raw, List<T> items, int slots, List<UndecodableItem> broken)
      throws IOException {
    boolean hasMore = endpoint.hasMore().test(body);
    PageStart next = endpoint.next().apply(body);
    if (hasMore && next == null) {
      refuseNullForNext(raw);
    }
    return new DecodedPage<>(items, slots, hasMore, next, broken);
  }

  /**
   * To leave the next offset out is allowed. To give null for it is not, and has been seen to start
   * lists over.
   */
  private static void refuseNullForNext(ByteString raw) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().write(raw));
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (name.startsWith("next") && reader.peek() == JsonReader.Token.NULL) {
        throw new JsonDataException(
            "hasMore is true, but '" + name + "' is null at path " + reader.getPath());
      }
      reader.skipValue();
    }
  }

  private DecodedPage<T> decodeItemByItem(ByteString raw, Deadline deadline) throws IOException {
    requireSyntax(raw, deadline);
    List<T> items = new ArrayList<>();
    List<UndecodableItem> broken = new ArrayList<>();
    Buffer withoutItems = new Buffer();
    JsonReader reader = JsonReader.of(deadline.guard(raw));
    try (JsonWriter envelope = JsonWriter.of(withoutItems)) {
      envelope.setSerializeNulls(true);
      reader.beginObject();
      envelope.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        envelope.name(name);
        if (name.equals(LIST) && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
          readItems(reader, items, broken, deadline);
          envelope.beginArray().endArray();
        } else {
          envelope.value(reader.nextSource());
        }
      }
      reader.endObject();
      envelope.endObject();
    }
    R body = page.decode(withoutItems.readByteString(), deadline);
    return content(body, raw, items, items.size() + broken.size(), broken);
  }

  /** Items can be told apart only where the syntax holds; the failure names the item if not. */
  private static void requireSyntax(ByteString raw, Deadline deadline) throws IOException {
    BufferedSource source = deadline.guard(raw);
    JsonReader reader = JsonReader.of(source);
    try {
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.nextName().equals(LIST) && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
          reader.beginArray();
          while (reader.hasNext()) {
            reader.skipValue();
          }
          reader.endArray();
        } else {
          reader.skipValue();
        }
      }
      reader.endObject();
    } catch (JsonEncodingException e) {
      throw TruncatedJson.of(e, source);
    }
  }

  private void readItems(
      JsonReader reader, List<T> items, List<UndecodableItem> broken, Deadline deadline)
      throws IOException {
    reader.beginArray();
    for (int index = 0; reader.hasNext(); index++) {
      String path = reader.getPath();
      ByteString raw = reader.nextSource().readByteString();
      try {
        items.add(item.decode(raw, deadline));
      } catch (DeadlinePassedException e) {
        throw e;
      } catch (JsonDataException | IOException e) {
        String reason = String.valueOf(e.getMessage()).replace("path $", "path " + path);
        broken.add(bridge().undecodableItem(index, reason, raw.utf8()));
      }
    }
    reader.endArray();
  }
}
