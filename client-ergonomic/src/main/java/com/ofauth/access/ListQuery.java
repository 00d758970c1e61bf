package com.ofauth.access;

import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.internal.api.PageSize;
import com.ofauth.access.internal.util.Preconditions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings that all list queries share: paging, start and end.
 *
 * <p>Queries are immutable, thread-safe and reusable. Builders are not thread-safe.
 */
public abstract class ListQuery {
  private static final int MAX_PAGE_SIZE = PageSize.MAX;
  private static final int MAX_LOOK_AHEAD = 10;

  private final int pageSize;
  private final long startAt;
  private final OptionalLong maxItems;
  private final PagingMode pagingMode;
  private final int lookAhead;
  private final @Nullable Checkpoint resumeFrom;
  private final @Nullable Consumer<? super UndecodableItem> onUndecodableItem;
  private final @Nullable ValidationMode validationMode;
  private final boolean keepsRawBody;
  private final Map<String, String> additionalQueryParams;

  ListQuery(Builder<?, ?> builder) {
    this.pageSize = builder.pageSize;
    this.startAt = builder.startAt;
    this.maxItems = builder.maxItems;
    this.pagingMode = builder.pagingMode;
    this.lookAhead = builder.lookAhead;
    this.resumeFrom = builder.resumeFrom;
    this.onUndecodableItem = builder.onUndecodableItem;
    this.validationMode = builder.validationMode;
    this.keepsRawBody = builder.keepsRawBody;
    this.additionalQueryParams =
        Collections.unmodifiableMap(new LinkedHashMap<>(builder.additionalQueryParams));
  }

  /** {@return the requested number of items per page, 1 to {@value #MAX_PAGE_SIZE}} */
  public final int pageSize() {
    return pageSize;
  }

  /** {@return how many items at the head of the list are skipped, 0 or more} */
  public final long startAt() {
    return startAt;
  }

  /** {@return the maximum number of items that a walk returns, or empty for all} */
  public final OptionalLong maxItems() {
    return maxItems;
  }

  /** {@return how a walk handles changes of the list} */
  public final PagingMode pagingMode() {
    return pagingMode;
  }

  /** {@return the number of pages requested ahead of the reader, 0 to 10} */
  public final int lookAhead() {
    return lookAhead;
  }

  /** {@return the checkpoint from which walks resume, or empty if they start at the beginning} */
  public final Optional<Checkpoint> resumeFrom() {
    return Optional.ofNullable(resumeFrom);
  }

  /**
   * Receives the items that cannot be decoded and are left out; null if the end of the walk throws
   * them.
   */
  final @Nullable Consumer<? super UndecodableItem> onUndecodableItem() {
    return onUndecodableItem;
  }

  /** {@return how strictly responses are read, or empty for the mode of the client} */
  public final Optional<ValidationMode> validationMode() {
    return Optional.ofNullable(validationMode);
  }

  /** {@return whether each page keeps the body of its response} */
  public final boolean keepsRawBody() {
    return keepsRawBody;
  }

  /**
   * {@return the query parameters that were added by name, in the order of their adding;
   * unmodifiable}
   */
  public final Map<String, String> additionalQueryParams() {
    return additionalQueryParams;
  }

  /** Compares the part that all queries share; a subclass adds its own filters. */
  final boolean samePaging(ListQuery other) {
    return pageSize == other.pageSize
        && startAt == other.startAt
        && maxItems.equals(other.maxItems)
        && pagingMode == other.pagingMode
        && lookAhead == other.lookAhead
        && Objects.equals(resumeFrom, other.resumeFrom)
        && Objects.equals(onUndecodableItem, other.onUndecodableItem)
        && validationMode == other.validationMode
        && keepsRawBody == other.keepsRawBody
        && additionalQueryParams.equals(other.additionalQueryParams);
  }

  final int pagingHash() {
    return Objects.hash(
        pageSize,
        startAt,
        maxItems,
        pagingMode,
        lookAhead,
        resumeFrom,
        onUndecodableItem,
        validationMode,
        keepsRawBody,
        additionalQueryParams);
  }

  /**
   * What is asked: the parameters that are set, and the settings other than the defaults. Values of
   * additional parameters are not shown: they may be secret.
   */
  final String describe(String name, @Nullable Object... namesAndValues) {
    StringJoiner text = new StringJoiner(", ", name + "{", "}");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        text.add(namesAndValues[i] + "=" + namesAndValues[i + 1]);
      }
    }
    if (pageSize != MAX_PAGE_SIZE) {
      text.add("pageSize=" + pageSize);
    }
    if (startAt != 0) {
      text.add("startAt=" + startAt);
    }
    maxItems.ifPresent(items -> text.add("maxItems=" + items));
    if (pagingMode != PagingMode.EXACTLY_ONCE) {
      text.add("pagingMode=" + pagingMode);
    }
    if (lookAhead != 0) {
      text.add("lookAhead=" + lookAhead);
    }
    if (resumeFrom != null) {
      text.add("resumeFrom=(a checkpoint)");
    }
    if (validationMode != null) {
      text.add("validationMode=" + validationMode);
    }
    if (keepsRawBody) {
      text.add("keepRawBody=true");
    }
    if (!additionalQueryParams.isEmpty()) {
      text.add("additionalQueryParams=" + additionalQueryParams.keySet());
    }
    return text.toString();
  }

  /**
   * Builds a query.
   *
   * @param <Q> the query that is built
   * @param <B> the builder itself
   */
  public abstract static class Builder<Q extends ListQuery, B extends Builder<Q, B>> {
    private int pageSize = MAX_PAGE_SIZE;
    private long startAt;
    private OptionalLong maxItems = OptionalLong.empty();
    private PagingMode pagingMode = PagingMode.EXACTLY_ONCE;
    private int lookAhead;
    private @Nullable Checkpoint resumeFrom;
    private @Nullable Consumer<? super UndecodableItem> onUndecodableItem;
    private @Nullable ValidationMode validationMode;
    private boolean keepsRawBody;
    private final Map<String, String> additionalQueryParams = new LinkedHashMap<>();

    Builder() {}

    abstract B self();

    final void copyPaging(ListQuery query) {
      pageSize = query.pageSize;
      startAt = query.startAt;
      maxItems = query.maxItems;
      pagingMode = query.pagingMode;
      lookAhead = query.lookAhead;
      resumeFrom = query.resumeFrom;
      onUndecodableItem = query.onUndecodableItem;
      validationMode = query.validationMode;
      keepsRawBody = query.keepsRawBody;
      additionalQueryParams.putAll(query.additionalQueryParams);
    }

    /**
     * Sets the number of items per page. The default is {@value #MAX_PAGE_SIZE}, the API's maximum,
     * which needs the fewest requests.
     *
     * @param pageSize 1 to {@value #MAX_PAGE_SIZE}, both inclusive
     * @return this builder
     * @throws IllegalArgumentException if out of range
     */
    public final B pageSize(int pageSize) {
      this.pageSize = Preconditions.inRange("pageSize", pageSize, 1, MAX_PAGE_SIZE);
      return self();
    }

    /**
     * Skips items at the head of the list. The default is 0. A list that is paged by cursor has no
     * offsets, and refuses anything else.
     *
     * @param offset how many items to skip, 0 or more
     * @return this builder
     * @throws IllegalArgumentException if negative
     */
    public final B startAt(long offset) {
      this.startAt = Preconditions.atLeast("startAt", offset, 0);
      return self();
    }

    /**
     * Ends a walk after this number of items, without requesting further pages. By default a walk
     * returns all items.
     *
     * @param maxItems 1 or more
     * @return this builder
     * @throws IllegalArgumentException if less than 1
     */
    public final B maxItems(long maxItems) {
      this.maxItems = OptionalLong.of(Preconditions.atLeast("maxItems", maxItems, 1));
      return self();
    }

    /**
     * Sets how a walk handles changes of the list. The default is {@link PagingMode#EXACTLY_ONCE}.
     *
     * @param pagingMode the mode
     * @return this builder
     */
    public final B pagingMode(PagingMode pagingMode) {
      this.pagingMode = Preconditions.notNull("pagingMode", pagingMode);
      return self();
    }

    /**
     * Requests pages ahead of the reader, concurrently, on threads of the client. The order of the
     * items, the guarantee of {@link PagingMode#EXACTLY_ONCE} and the rate limit are unchanged. The
     * default is 0: a page is requested when its first item is needed, on the thread of the reader.
     * Has no effect on a list that is paged by cursor, since each page contains the cursor of the
     * next.
     *
     * @param pages how many pages, 0 to 10, both inclusive
     * @return this builder
     * @throws IllegalArgumentException if out of range
     */
    public final B lookAhead(int pages) {
      this.lookAhead = Preconditions.inRange("lookAhead", pages, 0, MAX_LOOK_AHEAD);
      return self();
    }

    /**
     * Resumes an earlier walk: returns the items that it has not returned. The checkpoint must be
     * from the same endpoint, connection, filters, order, {@code startAt} and paging mode; page
     * size, look-ahead and {@code maxItems}, which starts at 0 again, can differ.
     *
     * @param checkpoint from {@link Page#checkpoint()} or {@link OfAuthException#checkpoint()}, or
     *     null to begin at the start
     * @return this builder
     */
    public final B resumeFrom(@Nullable Checkpoint checkpoint) {
      this.resumeFrom = checkpoint;
      return self();
    }

    /**
     * Reports each item that cannot be decoded, and is left out. The walk then ends as if they were
     * not there. By default its end throws an {@link UndecodableItemsException}.
     *
     * <p>An item cannot be decoded without its key, or if it is no JSON. Where an item breaks the
     * JSON of its page, the walk asks for less until that item is alone; this costs a few requests.
     *
     * @param report receives each item once, on the thread that reads the page; null to throw
     * @return this builder
     */
    public final B onUndecodableItem(@Nullable Consumer<? super UndecodableItem> report) {
      this.onUndecodableItem = report;
      return self();
    }

    /**
     * Sets how strictly responses are read. By default the mode of the client applies. In {@link
     * ValidationMode#STRICT} no item is left out: it fails its page.
     *
     * @param validationMode the mode, or null for the mode of the client
     * @return this builder
     */
    public final B validationMode(@Nullable ValidationMode validationMode) {
      this.validationMode = validationMode;
      return self();
    }

    /**
     * Keeps the body of each response, for {@link Page#rawBody()}. By default it is not kept: it is
     * about as large as the items of the page.
     *
     * @return this builder
     */
    public final B keepRawBody() {
      this.keepsRawBody = true;
      return self();
    }

    /**
     * Adds a query parameter that this SDK does not know yet. It is sent as it is, URL-encoded.
     *
     * @param name the parameter's name; not one that the query has a method for
     * @param value the parameter's value
     * @return this builder
     * @throws IllegalArgumentException if the name is blank, or one that this query sets by a
     *     method of its own
     */
    public final B additionalQueryParam(String name, String value) {
      Preconditions.notBlank("name of an additional query parameter", name);
      if (ownParameters().contains(name)) {
        throw new IllegalArgumentException(
            "additionalQueryParam must not name a parameter that the query has a method for: "
                + name);
      }
      additionalQueryParams.put(name, Preconditions.notNull("value of " + name, value));
      return self();
    }

    /** The names on the wire of all parameters that this query sets by methods. */
    abstract Set<String> ownParameters();

    /** {@return the query} */
    public abstract Q build();
  }
}
