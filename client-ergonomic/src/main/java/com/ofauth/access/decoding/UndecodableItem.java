package com.ofauth.access.decoding;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item that a walk left out, since it has no key or is no JSON. Immutable and thread-safe. The
 * SDK creates instances; so can tests.
 */
public final class UndecodableItem implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long offset;
  private final String reason;
  private final @Nullable String rawText;

  /**
   * Describes an item.
   *
   * @param offset see {@link #offset()}
   * @param reason see {@link #reason()}
   * @param rawText the JSON of the item, or null if there is none
   */
  public UndecodableItem(long offset, String reason, @Nullable String rawText) {
    this.offset = offset;
    this.reason = Objects.requireNonNull(reason, "reason");
    this.rawText = rawText;
  }

  /**
   * {@return the item's place in the list when it was read, counted from 0; in a list that is paged
   * by cursor, its place in the page}
   */
  public long offset() {
    return offset;
  }

  /**
   * {@return the rule that the item breaks, with its JSON path where there is one; never the text
   * of a value}
   */
  public String reason() {
    return reason;
  }

  /**
   * {@return the JSON of the item as it came, but for whitespace; or empty if it is no JSON or is
   * larger than 8 MiB}
   */
  public Optional<String> rawText() {
    return Optional.ofNullable(rawText);
  }

  /** What happened, without the item's text, which belongs to a customer. */
  @Override
  public String toString() {
    return "UndecodableItem{offset=" + offset + ", reason=" + reason + "}";
  }
}
