package com.ofauth.access.changes;

import com.ofauth.access.Checkpoint;
import java.util.Objects;

/**
 * An item, and the checkpoint that holds once it is handled. A program that saves the checkpoint
 * after handling the item repeats nothing and loses nothing, whenever it ends.
 *
 * @param item the item
 * @param checkpoint how far the walk has come once this item, and all that came before it, is
 *     handled; stands alone, and its text is made when it is first asked for
 * @param <T> the type of the item
 */
public record Checkpointed<T>(T item, Checkpoint checkpoint) {

  /**
   * Pairs an item with a checkpoint.
   *
   * @param item the item
   * @param checkpoint the checkpoint that holds once it is handled
   */
  public Checkpointed {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(checkpoint, "checkpoint");
  }
}
