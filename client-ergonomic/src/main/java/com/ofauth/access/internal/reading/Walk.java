package com.ofauth.access.internal.reading;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import org.jspecify.annotations.Nullable;

/** One walk over a list, page by page. For one thread at a time. */
public interface Walk<T> extends AutoCloseable {

  /** The next page with something in it, or null at the end. */
  @Nullable Page<T> next();

  /** The first page, even if nothing is in it. To be called once, instead of {@link #next()}. */
  Page<T> first();

  /** Discards pages that were fetched ahead. */
  @Override
  void close();

  /** How far the walk has come: all pages up to here have been given. */
  Checkpoint checkpoint();
}
