package com.ofauth.access;

/** The largest page that the API gives. */
final class PageSize {
  static final int MAX = 20;

  private PageSize() {}
}
