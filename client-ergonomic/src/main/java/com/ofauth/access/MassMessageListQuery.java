package com.ofauth.access;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Filter of a list of mass messages: the query parameters of {@code GET /v2/access/mass-messages}.
 *
 * <p>Immutable and thread-safe. Unset parameters are omitted; API defaults apply.
 */
public final class MassMessageListQuery extends ListQuery {
  private static final Set<String> OWN_PARAMETERS = Set.of("limit", "offset", "type");
  private static final MassMessageListQuery ALL_SENT = builder().build();

  private final @Nullable MassMessageStatus status;

  private MassMessageListQuery(Builder builder) {
    super(builder);
    this.status = builder.status;
  }

  /** {@return the query for all mass messages that were sent} */
  public static MassMessageListQuery allSent() {
    return ALL_SENT;
  }

  /**
   * {@return a builder for a query; with nothing set it asks for all mass messages that were sent}
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with the settings of this query} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.copyPaging(this);
    builder.status = status;
    return builder;
  }

  /** {@return the status, or null for the API's default, {@link MassMessageStatus#SENT}} */
  public @Nullable MassMessageStatus status() {
    return status;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MassMessageListQuery that && samePaging(that) && status == that.status;
  }

  @Override
  public int hashCode() {
    return Objects.hash(pagingHash(), status);
  }

  /** Builds a {@link MassMessageListQuery}. Not thread-safe. */
  public static final class Builder extends ListQuery.Builder<MassMessageListQuery, Builder> {
    private @Nullable MassMessageStatus status;

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
     * Keeps only mass messages of one status (the query parameter {@code type}). The API's default
     * is {@link MassMessageStatus#SENT}.
     *
     * @param status the status, or null for the API's default
     * @return this builder
     */
    public Builder status(@Nullable MassMessageStatus status) {
      this.status = status;
      return this;
    }

    @Override
    public MassMessageListQuery build() {
      return new MassMessageListQuery(this);
    }
  }
}
