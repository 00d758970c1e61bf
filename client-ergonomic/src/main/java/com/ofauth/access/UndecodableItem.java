package com.ofauth.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An item that a walk skipped because it cannot be decoded. Immutable and thread-safe. */
public final class UndecodableItem {
  private final long offset;
  private final String reason;
  private final @Nullable String rawText;

  UndecodableItem(long offset, String reason, @Nullable String rawText) {
    this.offset = offset;
    this.reason = reason;
    this.rawText = rawText;
  }

  /**
   * {@return the item's place in the list when it was read, counted from 0; in a list that is paged
   * by cursor, its place in the page}
   */
  public long offset() {
    return offset;
  }

  /** {@return the rule that the item breaks, with its JSON path where there is one} */
  public String reason() {
    return reason;
  }

  /**
   * {@return the unchanged JSON of the item, or empty if the page as a whole was no JSON or the
   * item is larger than 8 MiB}
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
