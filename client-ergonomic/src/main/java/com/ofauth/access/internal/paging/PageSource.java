package com.ofauth.access.internal.paging;

/** Fetches the pages of one list. */
interface PageSource<T> extends AutoCloseable {

  /**
   * Fetches one page.
   *
   * @param position which page
   * @param fresh true when the page has to be asked for now; false when one that was fetched ahead
   *     will do
   */
  FetchedPage<T> fetch(PageRequest position, boolean fresh);

  /** Discards what was fetched ahead, if anything was. */
  @Override
  default void close() {}
}
