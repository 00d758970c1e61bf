package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.changes.Checkpointed;
import org.jspecify.annotations.Nullable;

/** A walk whose items come with the checkpoints behind them. */
record CheckpointedWalk<T>(Walk<T> walk) implements Walk<Checkpointed<T>> {

  @Override
  public @Nullable Page<Checkpointed<T>> next() {
    Page<T> page = walk.next();
    return page == null ? null : bridge().withCheckpoints(page);
  }

  @Override
  public Page<Checkpointed<T>> first() {
    return bridge().withCheckpoints(walk.first());
  }

  @Override
  public void close() {
    walk.close();
  }

  @Override
  public Checkpoint checkpoint() {
    return walk.checkpoint();
  }
}
