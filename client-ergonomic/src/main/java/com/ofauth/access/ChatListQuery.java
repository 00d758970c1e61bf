package com.ofauth.access;

import com.ofauth.access.internal.util.Preconditions;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Filters and order of a list of chats: the query parameters of {@code GET /v2/access/chats}.
 *
 * <p>Immutable and thread-safe. Unset parameters are omitted; API defaults apply.
 */
public final class ChatListQuery extends ListQuery {
  static final int MAX_QUERY_CHARACTERS = 100;
  private static final Set<String> OWN_PARAMETERS =
      Set.of("limit", "offset", "order", "filter", "query", "userListId");
  private static final ChatListQuery ALL = builder().build();

  private final @Nullable ChatOrder order;
  private final @Nullable ChatFilter filter;
  private final @Nullable String query;
  private final @Nullable Long userListId;

  private ChatListQuery(Builder builder) {
    super(builder);
    this.order = builder.order;
    this.filter = builder.filter;
    this.query = builder.query;
    this.userListId = builder.userListId;
  }

  /** {@return the query for all chats, newest message first} */
  public static ChatListQuery all() {
    return ALL;
  }

  /**
   * {@return a builder for a query; with nothing set it asks for all chats, newest message first}
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with the settings of this query} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.copyPaging(this);
    builder.order = order;
    builder.filter = filter;
    builder.query = query;
    builder.userListId = userListId;
    return builder;
  }

  /** {@return the order, or null for the API's default, {@link ChatOrder#RECENT}} */
  public @Nullable ChatOrder order() {
    return order;
  }

  /** {@return the one kind of chat that is kept, or null for all kinds} */
  public @Nullable ChatFilter filter() {
    return filter;
  }

  /** {@return the text to search for, at most 100 characters, or null for none} */
  public @Nullable String query() {
    return query;
  }

  /** {@return the user list whose users' chats are kept, or empty for all} */
  public OptionalLong userListId() {
    return userListId == null ? OptionalLong.empty() : OptionalLong.of(userListId);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChatListQuery that
        && samePaging(that)
        && order == that.order
        && filter == that.filter
        && Objects.equals(query, that.query)
        && Objects.equals(userListId, that.userListId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(pagingHash(), order, filter, query, userListId);
  }

  /** Builds a {@link ChatListQuery}. Not thread-safe. */
  public static final class Builder extends ListQuery.Builder<ChatListQuery, Builder> {
    private @Nullable ChatOrder order;
    private @Nullable ChatFilter filter;
    private @Nullable String query;
    private @Nullable Long userListId;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    @Override
    Set<String> ownParameters() {
      return OWN_PARAMETERS;
    }

    /**
     * Sets the order. The API's default is {@link ChatOrder#RECENT}.
     *
     * @param order the order, or null for the API's default
     * @return this builder
     */
    public Builder order(@Nullable ChatOrder order) {
      this.order = order;
      return this;
    }

    /**
     * Keeps only one kind of chat. By default all kinds are listed.
     *
     * @param filter the kind to keep, or null for all
     * @return this builder
     */
    public Builder filter(@Nullable ChatFilter filter) {
      this.filter = filter;
      return this;
    }

    /**
     * Searches for a text.
     *
     * @param query the text, at most 100 characters (Unicode code points), or null for none
     * @return this builder
     * @throws IllegalArgumentException if the text is longer
     */
    public Builder query(@Nullable String query) {
      this.query =
          query == null
              ? null
              : Preconditions.atMostCharacters("query", query, MAX_QUERY_CHARACTERS);
      return this;
    }

    /**
     * Keeps only chats with the users of one user list.
     *
     * @param userListId the id of the user list, greater than 0
     * @return this builder
     * @throws IllegalArgumentException if 0 or negative
     */
    public Builder userListId(long userListId) {
      this.userListId = Preconditions.atLeast("userListId", userListId, 1);
      return this;
    }

    @Override
    public ChatListQuery build() {
      return new ChatListQuery(this);
    }
  }
}
