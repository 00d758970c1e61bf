package com.ofauth.access.internal.paging;

import com.ofauth.access.ListQuery;
import com.ofauth.access.internal.util.Fingerprint;
import com.ofauth.access.model.OfAuthModel;
import com.ofauth.access.model.UnreadableValueException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * All that paging knows of one list endpoint, as the spec tells it.
 *
 * @param <Q> the query of the list
 * @param <R> the generated model of a page
 * @param <T> the generated model of an item, the elements of the page's {@code list}
 */
public abstract class ListEndpoint<Q extends ListQuery, R, T> {
  private final String operationId;
  private final Class<R> responseType;
  private final Class<T> itemType;
  private final List<String> keyPath;
  private final List<String> versionPath;
  private final List<List<String>> comparedBy;

  /**
   * @param operationId the operation's id in the spec
   * @param keyPath the JSON names that lead to the key
   * @param versionPath the JSON names that lead to the version; empty if there is none
   * @param comparedBy the JSON names that lead to what is compared where an item changes in its
   *     place
   */
  protected ListEndpoint(
      String operationId,
      Class<R> responseType,
      Class<T> itemType,
      List<String> keyPath,
      List<String> versionPath,
      List<List<String>> comparedBy) {
    this.operationId = operationId;
    this.responseType = responseType;
    this.itemType = itemType;
    this.keyPath = keyPath;
    this.versionPath = versionPath;
    this.comparedBy = comparedBy;
  }

  /** Builds the request by the generated Retrofit interface; the call itself is never executed. */
  public abstract Call<R> request(
      GeneratedApis apis, String connectionId, Q query, PageRequest position);

  /** Where the next page begins as the service gives it, or null when it gives nothing. */
  public abstract @Nullable PageStart next(R page);

  /** What identifies an item. */
  public abstract long key(T item);

  /** What changes when an item moves within the list; null for none. */
  protected abstract @Nullable Object version(T item);

  /** Where activity moves an item, given the query's order. */
  public abstract ReorderDirection reorderDirection(Q query);

  String operationId() {
    return operationId;
  }

  Class<R> responseType() {
    return responseType;
  }

  Class<T> itemType() {
    return itemType;
  }

  public List<String> keyPath() {
    return keyPath;
  }

  public List<String> versionPath() {
    return versionPath;
  }

  /** The version of an item; null for none, and for one that can't be read. */
  public @Nullable Object versionOf(T item) {
    try {
      return version(item);
    } catch (UnreadableValueException e) {
      return null;
    }
  }

  /** The content of an item as far as it is compared: equal if nothing of it was changed. */
  Object contentOf(T item) {
    Map<String, ?> json = ((OfAuthModel) item).toMap();
    return comparedBy.stream().map(path -> Fingerprint.of(valueAt(json, path))).toList();
  }

  /** A value, or of lists all of them. An object is what its id says: the rest can be signed. */
  private static @Nullable Object valueAt(@Nullable Object from, List<String> path) {
    if (from instanceof List<?> list) {
      // A service can send an empty list as null.
      return list.isEmpty()
          ? null
          : list.stream().map(element -> Fingerprint.of(valueAt(element, path))).toList();
    } else if (!path.isEmpty()) {
      return from instanceof Map<?, ?> map
          ? valueAt(map.get(path.get(0)), path.subList(1, path.size()))
          : null;
    }
    return from instanceof Map<?, ?> map && map.containsKey("id") ? map.get("id") : from;
  }

  /** Null-safe step from the service's offset to a start. */
  public static @Nullable PageStart startAt(@Nullable Long nextOffset) {
    return nextOffset == null ? null : PageStart.atOffset(nextOffset);
  }

  /** Null-safe step from the service's cursor, an item's id, to a start. */
  public static @Nullable PageStart startBehind(@Nullable Long cursor) {
    return cursor == null ? null : PageStart.behind(String.valueOf(cursor));
  }

  /** Null-safe step from the service's cursor, a text, to a start. */
  public static @Nullable PageStart startBehind(@Nullable String cursor) {
    return cursor == null ? null : PageStart.behind(cursor);
  }

  /** Null-safe step from a value to one that it contains. */
  public static <V, W extends @Nullable Object> @Nullable W then(
      @Nullable V value, Function<V, W> step) {
    return value == null ? null : step.apply(value);
  }
}
