package com.ofauth.access;

import com.ofauth.access.internal.paging.CheckpointCodec;
import com.ofauth.access.internal.util.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * How far a walk over a list has come: enough to go on in another process, by {@link
 * ListQuery.Builder#resumeFrom}.
 *
 * <p>Its text is opaque, safe to store and to put into a URL, and holds no secret: no API key, no
 * names, no message text, only the ids of the items that were given (about four characters for
 * each, since "what was not yet given" can't be told without them) and marks of the list, the query
 * and the connection it belongs to. Immutable and thread-safe.
 */
public final class Checkpoint {
  private final String text;

  /** Only for a text that was just encoded. */
  Checkpoint(String text) {
    this.text = text;
  }

  /**
   * Reads a checkpoint from its text. Whether it fits a query shows when the query is listed.
   *
   * @param text what {@link #toString()} gave
   * @return the checkpoint
   * @throws IllegalArgumentException when the text is no checkpoint, is damaged, or was written by
   *     a version of this SDK whose checkpoints this one can't read
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
