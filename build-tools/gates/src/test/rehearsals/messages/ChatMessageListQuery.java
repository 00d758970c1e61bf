package com.ofauth.access;

import com.ofauth.access.internal.util.Preconditions;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which messages to list: the parameters of {@code GET /v2/access/chats/{userId}/messages}.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChatMessageListQuery extends ListQuery {
  private static final Set<String> OWN_PARAMETERS = Set.of("limit", "lastId");

  private final long userId;

  private ChatMessageListQuery(Builder builder) {
    super(builder);
    this.userId = builder.userId;
  }

  /**
   * Gives a builder for a query.
   *
   * @param userId the user on the other side of the chat, greater than 0
   * @return a builder; with nothing more set it asks for all messages of the chat
   * @throws IllegalArgumentException when 0 or less
   */
  public static Builder builder(long userId) {
    return new Builder(Preconditions.atLeast("userId", userId, 1));
  }

  /** {@return a builder that starts with the settings of this query} */
  public Builder toBuilder() {
    Builder builder = new Builder(userId);
    builder.copyPaging(this);
    return builder;
  }

  /** {@return the user on the other side of the chat} */
  public long userId() {
    return userId;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChatMessageListQuery that && samePaging(that) && userId == that.userId;
  }

  @Override
  public int hashCode() {
    return Objects.hash(pagingHash(), userId);
  }

  /** Builds a {@link ChatMessageListQuery}. Not thread-safe. */
  public static final class Builder extends ListQuery.Builder<ChatMessageListQuery, Builder> {
    private final long userId;

    private Builder(long userId) {
      this.userId = userId;
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    Set<String> ownParameters() {
      return OWN_PARAMETERS;
    }

    @Override
    public ChatMessageListQuery build() {
      return new ChatMessageListQuery(this);
    }
  }
}
