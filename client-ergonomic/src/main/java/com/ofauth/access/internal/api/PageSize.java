package com.ofauth.access.internal.api;

/** The largest page that the API gives. */
public final class PageSize {
  public static final int MAX = 20;

  private PageSize() {}
}
