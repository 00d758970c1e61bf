package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.model.Deviation;
import com.ofauth.access.model.OfAuthModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one request of a walk brought.
 *
 * @param position what was asked for
 * @param items the items that could be decoded
 * @param slots how many items the service sent, decodable or not
 * @param broken the items that could not be decoded, in order, with their places in the list
 * @param deviations what did not come as described, with paths in the response
 * @param hasMore whether the service says that there is more
 * @param given where the next page begins as the service gives it, or null when it gives nothing
 * @param ahead whether the page was fetched ahead of its turn
 */
record FetchedPage<T>(
    PageRequest position,
    List<T> items,
    int slots,
    List<UndecodableItem> broken,
    List<Deviation> deviations,
    boolean hasMore,
    @Nullable PageStart given,
    ApiResponse<?> response,
    boolean ahead) {
  private static final int MAX_HOLES = 20;

  /**
   * A page as it was decoded.
   *
   * @param broken the items that could not be decoded, with their places in the list
   */
  static <T> FetchedPage<T> of(
      PageRequest position,
      DecodedPage<T> content,
      List<UndecodableItem> broken,
      ApiResponse<?> response) {
    return new FetchedPage<>(
        position,
        content.items(),
        content.slots(),
        broken,
        content.deviations(),
        content.hasMore(),
        content.next(),
        response,
        /* ahead= */ false);
  }

  /**
   * A lone item that is no JSON, and is left out. Whether there is more can't be read, so the next
   * page has to tell.
   */
  static <T> FetchedPage<T> hole(PageRequest position, UndecodableItem broken) {
    return new FetchedPage<>(
        position,
        List.of(),
        /* slots= */ 1,
        List.of(broken),
        /* deviations= */ List.of(),
        /* hasMore= */ true,
        PageStart.atOffset(position.offset() + 1),
        ApiResponse.of(broken),
        /* ahead= */ false);
  }

  /** Whether items came, but none that can be read. */
  boolean hole() {
    return slots > 0 && items.isEmpty();
  }

  /**
   * How many pages in a row were holes with this one, given how many were before it.
   *
   * @throws PagingException after 20 of them
   */
  int holes(int before) {
    if (!hole()) {
      return 0;
    }
    if (before == MAX_HOLES) {
      throw failure(
          "The service sends nothing that can be read: "
              + MAX_HOLES
              + " pages in a row held no item that could be decoded");
    }
    return before + 1;
  }

  /** Whether the place of each item follows from its place in the page: nothing is left out. */
  boolean countsItsItems() {
    return items.size() == slots && countsItsSlots();
  }

  /** The same of what came, decodable or not. */
  boolean countsItsSlots() {
    return position.cursor() == null && next().offset() == position.offset() + slots;
  }

  /** How many items came before the last one that can be read. */
  int beforeLastReadable() {
    return items.isEmpty() ? 0 : slotOf(items.size() - 1);
  }

  /** The place in the response of an item that can be read. */
  int slotOf(int item) {
    int slot = item;
    for (UndecodableItem left : broken) {
      slot += left.offset() - position.offset() <= slot ? 1 : 0;
    }
    return slot;
  }

  /** The item that can be read in a place of the response. */
  T itemAt(int slot) {
    return items.get(
        slot - (int) broken.stream().filter(b -> b.offset() - position.offset() < slot).count());
  }

  /** Where the next page begins: as the service says, else behind the items that came. */
  PageStart next() {
    if (given == null && !hasMore && position.cursor() != null) {
      return position.start();
    }
    return given != null ? given : PageStart.atOffset(position.offset() + slots);
  }

  /**
   * The part of this page that a walk gives.
   *
   * @param some the items of this part
   * @param first whether this is the first part: what is told beside the items is told once
   * @param leftOut what the walk has left out since it gave a page
   */
  Page<T> toPage(
      List<T> some,
      boolean first,
      List<UndecodableItem> leftOut,
      IntFunction<Checkpoint> checkpoints) {
    return bridge()
        .page(
            some,
            hasMore,
            position.offset(),
            response.headers(),
            response.raw(),
            deviationsOf(some, first),
            leftOut,
            checkpoints);
  }

  private List<Deviation> deviationsOf(List<T> some, boolean first) {
    List<Deviation> all = new ArrayList<>(0);
    for (Deviation deviation : deviations) {
      if (first && PageDecoder.slotOf(deviation) < 0) {
        all.add(deviation);
      }
    }
    for (T item : some) {
      int place = placeOf(item);
      if (place >= 0 && !deviations.isEmpty()) {
        int slot = slotOf(place);
        deviations.stream().filter(d -> PageDecoder.slotOf(d) == slot).forEach(all::add);
      } else if (place < 0 && item instanceof OfAuthModel model) {
        // It was held back, and came in the response before this one.
        model.deviations().forEach(deviation -> all.add(deviation.within("$.list[*]")));
      }
    }
    return all;
  }

  @SuppressWarnings("ReferenceEquality") // equal items can come twice
  private int placeOf(T item) {
    for (int place = 0; place < items.size(); place++) {
      if (items.get(place) == item) {
        return place;
      }
    }
    return -1;
  }

  /** What this page makes impossible. */
  PagingException failure(String message) {
    return bridge()
        .paging(FailureDetails.of(message).response(response.status(), response.headers(), ""));
  }

  FetchedPage<T> fetchedAhead() {
    return new FetchedPage<>(
        position, items, slots, broken, deviations, hasMore, given, response, true);
  }
}
