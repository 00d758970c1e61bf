package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthException;
import java.util.ArrayList;
import java.util.List;

/** Reads a walk to its end before anybody gets an item. */
final class Collecting {
  private Collecting() {}

  /** All items; a failure has the checkpoint of the walk's start. */
  static <T> List<T> all(Walk<T> walk) {
    Checkpoint start = walk.checkpoint();
    try (walk) {
      List<T> items = new ArrayList<>();
      new PageIterator<>(walk).forEachRemaining(page -> items.addAll(page.items()));
      return List.copyOf(items);
    } catch (OfAuthException e) {
      bridge().failure(e).replaceCheckpoint(start.toString());
      throw e;
    }
  }
}
