package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.UndecodableItemsException;
import java.util.ArrayList;
import java.util.List;

/** Reads a walk to its end before anybody gets an item. */
final class Collecting {
  private Collecting() {}

  /**
   * All items. A failure has the checkpoint of the walk's start; but where items were left out, the
   * others are in the exception, and its checkpoint is behind them.
   */
  static <T> List<T> all(Walk<T> walk) {
    Checkpoint start = walk.checkpoint();
    List<T> items = new ArrayList<>();
    try (walk) {
      new PageIterator<>(walk).forEachRemaining(page -> items.addAll(page.items()));
      return List.copyOf(items);
    } catch (UndecodableItemsException e) {
      bridge().collect(e, items);
      throw e;
    } catch (OfAuthException e) {
      bridge().failure(e).replaceCheckpoint(start.toString());
      throw e;
    }
  }
}
