package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import com.ofauth.access.changes.Checkpointed;
import org.jspecify.annotations.Nullable;

/** News whose items come with the checkpoints behind them. */
record CheckpointedNews<T>(News<T> news) implements News<Checkpointed<T>> {

  @Override
  public @Nullable Page<Checkpointed<T>> next() {
    Page<T> page = news.next();
    return page == null ? null : bridge().withCheckpoints(page);
  }

  @Override
  public Page<Checkpointed<T>> first() {
    return bridge().withCheckpoints(news.first());
  }

  @Override
  public void close() {
    news.close();
  }

  @Override
  public Checkpoint checkpoint() {
    return news.checkpoint();
  }

  @Override
  public boolean isCutShort() {
    return news.isCutShort();
  }

  @Override
  public boolean mayRepeat() {
    return news.mayRepeat();
  }

  @Override
  public boolean isBaselineLost() {
    return news.isBaselineLost();
  }
}
