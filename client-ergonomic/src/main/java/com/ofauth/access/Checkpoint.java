package com.ofauth.access;

import com.ofauth.access.internal.paging.CheckpointCodec;
import com.ofauth.access.internal.util.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * The state of a walk over a list. Another process can resume the walk from it with {@link
 * ListQuery.Builder#resumeFrom}.
 *
 * <p>The text is opaque and can be stored or used in a URL. It contains no API key, no names and no
 * message text: only the ids of the items that the walk has returned (about four characters each)
 * and hashes of the list, the query and the connection. Immutable and thread-safe.
 */
public final class Checkpoint {
  private final String text;

  /** Only for a text that was just encoded. */
  Checkpoint(String text) {
    this.text = text;
  }

  /**
   * Parses a checkpoint. Whether it belongs to a query is checked when the query is listed.
   *
   * @param text the result of {@link #toString()}
   * @return the checkpoint
   * @throws IllegalArgumentException if the text is not a checkpoint, is damaged, or has a format
   *     version that this SDK cannot read
   */
  public static Checkpoint parse(String text) {
    CheckpointCodec.decode(Preconditions.notNull("text", text));
    return new Checkpoint(text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Checkpoint that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** {@return the opaque text} */
  @Override
  public String toString() {
    return text;
  }
}
