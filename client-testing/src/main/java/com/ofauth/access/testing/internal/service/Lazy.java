package com.ofauth.access.testing.internal.service;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, so that lists of thousands cost nothing. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<? extends T> source;
  private @Nullable T value;

  private Lazy(Supplier<? extends T> source) {
    this.source = source;
  }

  static <T> Lazy<T> of(Supplier<? extends T> source) {
    return new Lazy<>(source);
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = source.get();
      value = known;
    }
    return known;
  }
}
