package com.ofauth.access.testing;

/** How a list of chats is filtered and cut into pages. Servers of all three kinds exist. */
public enum FilterMode {
  /** Filtered, then cut: {@code offset} counts the chats that match. */
  BEFORE_SLICING,
  /**
   * Cut, then filtered: {@code offset} and {@code nextOffset} count all chats. A page in the middle
   * can be short, or empty with {@code hasMore}.
   */
  AFTER_SLICING,
  /**
   * Scanned from {@code offset} until the page is full: {@code offset} and {@code nextOffset} count
   * all chats, and {@code nextOffset} passes by more than the page lists. {@code hasMore} says
   * whether chats are left to scan, so the last page can be empty.
   */
  SCANNING
}
