package com.ofauth.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of a list: its items and what came with them. Immutable and thread-safe.
 *
 * @param <T> the type of the items
 */
public final class Page<T> {
  private final List<T> items;
  private final boolean hasMore;
  private final long offset;
  private final ApiResponse<?> response;

  Page(List<T> items, boolean hasMore, long offset, ApiResponse<?> response) {
    this.items = List.copyOf(items);
    this.hasMore = hasMore;
    this.offset = offset;
    this.response = response;
  }

  /** {@return the items of this page in the order of the list; unmodifiable, can be empty} */
  public List<T> items() {
    return items;
  }

  /** {@return whether the service said that there are items after this page} */
  public boolean hasMore() {
    return hasMore;
  }

  /** {@return the offset that this page was asked for, 0 or more} */
  public long offset() {
    return offset;
  }

  /**
   * {@return the service's id of the request, if the response names one; quote it when you ask
   * OFAuth for help}
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(response.headers().get("X-Request-Id"));
  }

  /** {@return the headers of the response, names in lower case; unmodifiable} */
  public Map<String, List<String>> headers() {
    return response.headers().toMultimap();
  }

  /** {@return the body of the response as it came, text in UTF-8} */
  public String rawBody() {
    return response.raw().utf8();
  }

  @Override
  public String toString() {
    return "Page{offset=" + offset + ", items=" + items.size() + ", hasMore=" + hasMore + "}";
  }
}
