package com.ofauth.access.internal.reading;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The items of a walk. A page is fetched when its first item is wanted. */
final class ItemIterator<T> implements Iterator<T> {
  private final PageIterator<T> pages;
  private Iterator<T> items = Collections.emptyIterator();

  ItemIterator(Walk<T> walk) {
    this.pages = new PageIterator<>(walk);
  }

  @Override
  public boolean hasNext() {
    while (!items.hasNext() && pages.hasNext()) {
      items = pages.next().items().iterator();
    }
    return items.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The list has no further item");
    }
    return items.next();
  }
}
