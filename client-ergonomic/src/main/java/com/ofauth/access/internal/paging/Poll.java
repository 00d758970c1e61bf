package com.ofauth.access.internal.paging;

import com.ofauth.access.internal.paging.NewsPoll.News;

/** Finds what is new in a list. For one thread at a time. */
interface Poll<T> {

  /**
   * What is new. A request that fails changes nothing: this can be called again, and goes on.
   *
   * @throws com.ofauth.access.OfAuthException when a request fails
   */
  News<T> result();
}
