package com.ofauth.access;

import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.api.RateLimitHeaders;
import com.ofauth.access.internal.json.PrintableText;
import com.ofauth.access.internal.reading.InMemory;
import com.ofauth.access.model.Deviation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list: its items and the metadata of the response. Immutable and thread-safe.
 *
 * @param <T> the type of the items
 */
public final class Page<T> {
  private final List<T> items;
  private final boolean hasMore;
  private final long offset;
  private final Headers headers;
  private final @Nullable ByteString rawBody;
  private final List<Deviation> deviations;
  private final List<UndecodableItem> undecodableItems;
  private final IntFunction<Checkpoint> checkpoints;

  Page(
      List<T> items,
      boolean hasMore,
      long offset,
      Headers headers,
      @Nullable ByteString rawBody,
      List<Deviation> deviations,
      List<UndecodableItem> undecodableItems,
      IntFunction<Checkpoint> checkpoints) {
    this.items = List.copyOf(items);
    this.hasMore = hasMore;
    this.offset = offset;
    this.headers = headers;
    this.rawBody = rawBody;
    this.deviations = List.copyOf(deviations);
    this.undecodableItems = List.copyOf(undecodableItems);
    this.checkpoints = checkpoints;
  }

  /**
   * Makes a page for fakes in tests: the one page of a list. It has no headers and no raw body.
   * Only lists that are fakes too can use its checkpoints.
   *
   * @param items the items in the order of the list; copied
   * @param <T> the type of the items
   * @return the page, at offset 0 and without more behind it
   */
  public static <T> Page<T> of(List<? extends T> items) {
    return InMemory.page(items);
  }

  /**
   * {@return the items of this page in the order of the list; unmodifiable} Never empty, except the
   * first page of an empty list.
   */
  public List<T> items() {
    return items;
  }

  /** {@return whether the service reported items after this page} */
  public boolean hasMore() {
    return hasMore;
  }

  /** {@return the requested offset of this page, 0 or more; 0 in a list that is paged by cursor} */
  public long offset() {
    return offset;
  }

  /**
   * {@return the state of the walk after this page; a walk that resumes from it returns the items
   * after this page}
   */
  public Checkpoint checkpoint() {
    return checkpointAfter(items.size() - 1);
  }

  /** The same page, its items with the checkpoints behind them. */
  Page<Checkpointed<T>> withCheckpoints() {
    List<Checkpointed<T>> all = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      all.add(new Checkpointed<>(items.get(i), checkpointAfter(i)));
    }
    return new Page<>(
        all, hasMore, offset, headers, rawBody, deviations, undecodableItems, checkpoints);
  }

  /** How far the walk has come once one item is handled; -1 stands for an empty page. */
  Checkpoint checkpointAfter(int item) {
    return checkpoints.apply(item);
  }

  /**
   * {@return the request id of the service as one printable line, if the response has one; include
   * it in requests for support}
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(headers.get("X-Request-Id")).map(PrintableText::of);
  }

  /**
   * {@return the rate limit of the connection as this response reports it; empty if it does not}
   */
  public Optional<RateLimitStatus> rateLimit() {
    RateLimitHeaders limits = RateLimitHeaders.parse(headers, Instant.now());
    return limits.isEmpty() ? Optional.empty() : Optional.of(new RateLimitStatus(limits));
  }

  /** {@return the headers of the response, names in lower case; unmodifiable} */
  public Map<String, List<String>> headers() {
    return headers.toMultimap();
  }

  /**
   * {@return what did not come as the API describes it, in the items of this page and beside them,
   * with paths in the response; unmodifiable, empty as a rule, at most 1,000 of a response} Each
   * deviation is on one page of a walk. An item's own are in its {@code deviations()} too.
   */
  public List<Deviation> deviations() {
    return deviations;
  }

  /**
   * {@return the items that the walk has met since the page before and left out, since they could
   * not be decoded; unmodifiable, empty as a rule} Each is on one page of a walk. What is met
   * behind the last page is on none: the end of the walk tells it.
   */
  public List<UndecodableItem> undecodableItems() {
    return undecodableItems;
  }

  /**
   * {@return the unchanged body of the response, decoded as UTF-8; empty unless the query has
   * {@link ListQuery.Builder#keepRawBody()}}
   */
  public Optional<String> rawBody() {
    return Optional.ofNullable(rawBody).map(ByteString::utf8);
  }

  @Override
  public String toString() {
    return "Page{offset=" + offset + ", items=" + items.size() + ", hasMore=" + hasMore + "}";
  }
}
