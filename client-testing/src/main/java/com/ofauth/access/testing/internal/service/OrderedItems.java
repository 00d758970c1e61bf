package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.internal.exchange.PageItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Items in the order of the list, each id once. Guarded by its connection's lock. */
public final class OrderedItems<E extends PageItem> {
  private final String kind;
  private final List<E> items = new ArrayList<>();
  private final Set<Long> ids = new HashSet<>();

  public OrderedItems(String kind) {
    this.kind = kind;
  }

  public int size() {
    return items.size();
  }

  public E get(int index) {
    return items.get(index);
  }

  public List<E> all() {
    return List.copyOf(items);
  }

  public boolean contains(long id) {
    return ids.contains(id);
  }

  public E require(long id) {
    return items.get(indexOf(id));
  }

  public void insert(int index, E item) {
    if (index < 0 || index > items.size()) {
      throw new IndexOutOfBoundsException(
          "index must be between 0 and " + items.size() + ": " + index);
    }
    if (!ids.add(item.id())) {
      throw new IllegalArgumentException(
          "there is a " + kind + " with id " + item.id() + " already");
    }
    items.add(index, item);
  }

  public void replace(E item) {
    items.set(indexOf(item.id()), item);
  }

  public E remove(long id) {
    E removed = items.remove(indexOf(id));
    ids.remove(id);
    return removed;
  }

  public void move(long id, int index) {
    if (index < 0 || index >= items.size()) {
      throw new IndexOutOfBoundsException(
          "index must be between 0 and " + (items.size() - 1) + ": " + index);
    }
    items.add(index, items.remove(indexOf(id)));
  }

  public void clear() {
    items.clear();
    ids.clear();
  }

  private int indexOf(long id) {
    if (ids.contains(id)) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).id() == id) {
          return i;
        }
      }
    }
    throw new IllegalArgumentException("no " + kind + " with id " + id);
  }
}
