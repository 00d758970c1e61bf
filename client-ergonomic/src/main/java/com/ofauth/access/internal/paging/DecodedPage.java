package com.ofauth.access.internal.paging;

import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.model.Deviation;
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
 * @param deviations what did not come as described, beside the items and in those that could be
 *     decoded
 */
record DecodedPage<T>(
    List<T> items,
    int slots,
    boolean hasMore,
    @Nullable PageStart next,
    List<UndecodableItem> broken,
    List<Deviation> deviations) {}
