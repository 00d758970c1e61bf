package com.ofauth.access.internal.paging;

import com.ofauth.access.UndecodableItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a page says.
 *
 * @param items the items that could be decoded
 * @param slots how many items the service sent, decodable or not
 * @param next where the next page begins as the service gives it, or null when it gives nothing
 * @param broken the items that could not be decoded, their offsets counted from the page's first
 *     item
 */
record DecodedPage<T>(
    List<T> items,
    int slots,
    boolean hasMore,
    @Nullable PageStart next,
    List<UndecodableItem> broken) {

  /**
   * How many of the broken items stand at the end of the page, with nothing readable behind them.
   */
  int brokenAtEnd() {
    int atEnd = 0;
    for (int i = broken.size() - 1; i >= 0 && broken.get(i).offset() == slots - 1 - atEnd; i--) {
      atEnd++;
    }
    return atEnd;
  }
}
