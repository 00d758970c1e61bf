package com.ofauth.access.internal.reading;

/** A walk over what is new in a list; what it tells of itself holds at its end. */
public interface News<T> extends Walk<T> {
  boolean isCutShort();

  boolean mayRepeat();

  boolean isBaselineLost();
}
