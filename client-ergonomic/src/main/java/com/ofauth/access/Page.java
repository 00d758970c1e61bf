package com.ofauth.access;

import com.ofauth.access.internal.api.RateLimitHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Headers;
import okio.ByteString;

/**
 * One page of a list: its items and what came with them. Immutable and thread-safe.
 *
 * @param <T> the type of the items
 */
public final class Page<T> {
  private final List<T> items;
  private final boolean hasMore;
  private final long offset;
  private final Headers headers;
  private final ByteString rawBody;
  private final Supplier<Checkpoint> checkpoint;

  Page(
      List<T> items,
      boolean hasMore,
      long offset,
      Headers headers,
      ByteString rawBody,
      Supplier<Checkpoint> checkpoint) {
    this.items = List.copyOf(items);
    this.hasMore = hasMore;
    this.offset = offset;
    this.headers = headers;
    this.rawBody = rawBody;
    this.checkpoint = checkpoint;
  }

  /**
   * {@return the items of this page in the order of the list; unmodifiable} Empty only for the
   * first page of a list that is.
   */
  public List<T> items() {
    return items;
  }

  /** {@return whether the service said that there are items after this page} */
  public boolean hasMore() {
    return hasMore;
  }

  /**
   * {@return the offset that this page was asked for, 0 or more; 0 in a list that is paged by
   * cursor}
   */
  public long offset() {
    return offset;
  }

  /**
   * {@return how far the walk has come with this page; a walk that resumes from it gives what comes
   * after}
   */
  public Checkpoint checkpoint() {
    return checkpoint.get();
  }

  /**
   * {@return the service's id of the request, if the response names one; quote it when you ask
   * OFAuth for help}
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(headers.get("X-Request-Id"));
  }

  /** {@return what the service told of the connection's rate limit with this page, if it did} */
  public Optional<RateLimitStatus> rateLimit() {
    RateLimitHeaders limits = RateLimitHeaders.parse(headers, Instant.now());
    return limits.isEmpty() ? Optional.empty() : Optional.of(new RateLimitStatus(limits));
  }

  /** {@return the headers of the response, names in lower case; unmodifiable} */
  public Map<String, List<String>> headers() {
    return headers.toMultimap();
  }

  /** {@return the body of the response as it came, text in UTF-8} */
  public String rawBody() {
    return rawBody.utf8();
  }

  @Override
  public String toString() {
    return "Page{offset=" + offset + ", items=" + items.size() + ", hasMore=" + hasMore + "}";
  }
}
