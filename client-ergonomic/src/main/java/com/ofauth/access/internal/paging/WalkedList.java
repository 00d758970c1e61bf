package com.ofauth.access.internal.paging;

import org.jspecify.annotations.Nullable;

/** What a walk knows of the list that it walks over. */
interface WalkedList<T> {

  /** Where the pages of one walk come from. */
  PageSource<T> source();

  /** What identifies an item. */
  long key(T item);

  /** What changes when an item is new again; null for none. */
  @Nullable Object versionOf(T item);

  /** What its checkpoints belong to: asked when one is encoded, which most never are. */
  CheckpointScope checkpointScope();
}
