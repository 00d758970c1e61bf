package com.ofauth.access;

import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.api.FailureDetails;
import java.util.List;

/**
 * A walk has read its list to the end, and left out items that could not be decoded. All others
 * were given. Thrown at the end, after the last item; not by {@code firstPage()}, by a walk that
 * ends early, or by {@code changes}, {@code sync} and {@code watch}. Not retryable: the service
 * would send the same.
 *
 * <p>{@link #checkpoint()} is behind these items: a walk that resumes from it does not throw for
 * them again. To have each item reported instead, set {@link
 * ListQuery.Builder#onUndecodableItem(java.util.function.Consumer)}.
 */
public final class UndecodableItemsException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  private final long count;
  private final List<UndecodableItem> items;

  /** What a reader of the whole list would have returned; models are not serializable. */
  private transient List<?> collected = List.of();

  UndecodableItemsException(FailureDetails failure, long count, List<UndecodableItem> items) {
    super(failure);
    this.count = count;
    this.items = List.copyOf(items);
  }

  /**
   * {@return how many items could not be decoded, 1 or more; those that earlier legs of a resumed
   * walk have met are counted too}
   */
  public long count() {
    return count;
  }

  /**
   * {@return the first 100 of the items that this walk has met, in the order of meeting;
   * unmodifiable, and empty if only earlier legs of a resumed walk have met some} They have their
   * JSON, as long as it is not more than 8 million characters in all.
   */
  public List<UndecodableItem> items() {
    return items;
  }

  /**
   * Returns what {@code toList()} has read and could not return.
   *
   * @param type the type of the items, such as {@code Chat.class}
   * @param <T> the type of the items
   * @return all items that could be decoded, unmodifiable; empty if the exception is from another
   *     method, whose caller has received the items, or was serialized
   * @throws ClassCastException if the items have another type
   */
  public <T> List<T> collected(Class<T> type) {
    // Null after deserialization.
    return collected == null ? List.of() : collected.stream().<T>map(type::cast).toList();
  }

  void collect(List<?> read) {
    collected = List.copyOf(read);
  }
}
