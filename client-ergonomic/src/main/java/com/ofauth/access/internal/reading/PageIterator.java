package com.ofauth.access.internal.reading;

import com.ofauth.access.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The pages of a walk. */
final class PageIterator<T> implements Iterator<Page<T>> {
  private final Walk<T> walk;
  private @Nullable Page<T> ready;
  private boolean ended;

  PageIterator(Walk<T> walk) {
    this.walk = walk;
  }

  @Override
  public boolean hasNext() {
    if (ready == null && !ended) {
      ready = walk.next();
      ended = ready == null;
    }
    return ready != null;
  }

  @Override
  public Page<T> next() {
    Page<T> page = hasNext() ? ready : null;
    if (page == null) {
      throw new NoSuchElementException("The list has no further page");
    }
    ready = null;
    return page;
  }
}
