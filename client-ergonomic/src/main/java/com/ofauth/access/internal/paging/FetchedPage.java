package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.http.ApiResponse;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one request of a walk brought.
 *
 * @param position what was asked for
 * @param items the items that could be decoded
 * @param slots how many items the service sent, decodable or not
 * @param unreadableAtEnd how many items at the end of the page could not be decoded
 * @param hasMore whether the service says that there is more
 * @param given where the next page begins as the service gives it, or null when it gives nothing
 * @param ahead whether the page was fetched ahead of its turn
 */
record FetchedPage<T>(
    PageRequest position,
    List<T> items,
    int slots,
    int unreadableAtEnd,
    boolean hasMore,
    @Nullable PageStart given,
    ApiResponse<?> response,
    boolean ahead) {

  static <T> FetchedPage<T> of(
      PageRequest position, DecodedPage<T> content, ApiResponse<?> response) {
    return new FetchedPage<>(
        position,
        content.items(),
        content.slots(),
        content.brokenAtEnd(),
        content.hasMore(),
        content.next(),
        response,
        /* ahead= */ false);
  }

  /** A lone item that can't be read, and is left out. */
  static <T> FetchedPage<T> hole(PageRequest position, DecodedPage<T> content) {
    return of(position, content, ApiResponse.of(content));
  }

  /** Whether items came, but none that can be read. */
  boolean hole() {
    return slots > 0 && items.isEmpty();
  }

  /** Whether the place of each item follows from its place in the page: nothing is left out. */
  boolean countsItsItems() {
    return position.cursor() == null
        && items.size() == slots
        && next().offset() == position.offset() + slots;
  }

  /** How many items came before the last one that can be read. */
  int beforeLastReadable() {
    return Math.max(slots - unreadableAtEnd - 1, 0);
  }

  /** Where the next page begins: as the service says, else behind the items that came. */
  PageStart next() {
    if (given == null && !hasMore && position.cursor() != null) {
      return position.start();
    }
    return given != null ? given : PageStart.atOffset(position.offset() + slots);
  }

  /** The part of this page that a walk gives. */
  Page<T> toPage(List<T> some, IntFunction<Checkpoint> checkpoints) {
    return bridge()
        .page(some, hasMore, position.offset(), response.headers(), response.raw(), checkpoints);
  }

  /** What this page makes impossible. */
  PagingException failure(String message) {
    return bridge()
        .paging(FailureDetails.of(message).response(response.status(), response.headers(), ""));
  }

  FetchedPage<T> fetchedAhead() {
    return new FetchedPage<>(
        position, items, slots, unreadableAtEnd, hasMore, given, response, true);
  }
}
