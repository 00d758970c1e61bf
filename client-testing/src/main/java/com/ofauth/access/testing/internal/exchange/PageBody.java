package com.ofauth.access.testing.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One page, not yet written.
 *
 * @param items what the page lists
 * @param beyond the items that follow in the list, at most a page of them; for the fault that sends
 *     more than was asked
 * @param hasMore the JSON text of {@code hasMore}, or null to leave the property out
 * @param nextOffset the JSON text of {@code nextOffset}, or null to leave the property out
 * @param asked the offset and limit of the request
 */
public record PageBody(
    List<PageItem> items,
    List<PageItem> beyond,
    @Nullable String hasMore,
    @Nullable String nextOffset,
    Asked asked)
    implements Body {

  /** The window that the client asked for, defaults filled in, and whether nextOffset is given. */
  public record Asked(long offset, int limit, boolean givesNextOffset) {}

  public PageBody withItems(List<PageItem> replaced) {
    return new PageBody(replaced, beyond, hasMore, nextOffset, asked);
  }

  public PageBody withHasMore(@Nullable String json) {
    return new PageBody(items, beyond, json, nextOffset, asked);
  }

  public PageBody withNextOffset(@Nullable String json) {
    return new PageBody(items, beyond, hasMore, json, asked);
  }

  public String json() {
    StringJoiner list = new StringJoiner(",", "[", "]");
    for (PageItem item : items) {
      list.add(item.json());
    }
    return json(list.toString());
  }

  /** The page with other JSON for the list, or without it if that is null. */
  public String json(@Nullable String listJson) {
    StringJoiner page = new StringJoiner(",", "{", "}");
    add(page, "list", listJson);
    add(page, "hasMore", hasMore);
    add(page, "nextOffset", nextOffset);
    return page.toString();
  }

  private static void add(StringJoiner page, String name, @Nullable String json) {
    if (json != null) {
      page.add("\"" + name + "\":" + json);
    }
  }

  @Override
  public byte[] bytes() {
    return json().getBytes(StandardCharsets.UTF_8);
  }
}
