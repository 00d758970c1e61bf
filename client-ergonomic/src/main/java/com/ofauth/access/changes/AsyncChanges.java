package com.ofauth.access.changes;

import com.ofauth.access.OfAuthException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The news of a list, read on threads of the client. Each method begins a poll of its own at once.
 * Cancelling the future that it gives, or completing it in another way, ends the poll and the
 * request in flight. Failures complete the future with an {@link OfAuthException}. Thread-safe. Not
 * meant to be implemented by users: methods can be added.
 *
 * @param <T> the type of the items
 */
public interface AsyncChanges<T> {

  /**
   * Polls.
   *
   * @param action is called with each item in turn, one at a time, on a thread of the client; what
   *     it throws ends the reading
   * @return completed after the last item
   */
  CompletableFuture<@Nullable Void> forEach(Consumer<? super T> action);

  /** {@return all news} */
  CompletableFuture<List<T>> toList();
}
