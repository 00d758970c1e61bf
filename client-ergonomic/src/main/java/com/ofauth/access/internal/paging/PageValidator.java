package com.ofauth.access.internal.paging;

import org.jspecify.annotations.Nullable;

/** The rules that a page has to keep, so that a walk can neither loop nor lose its place. */
final class PageValidator {
  private PageValidator() {}

  /** Returns the page if it keeps the rules. */
  static <T> FetchedPage<T> check(FetchedPage<T> page) {
    String broken = brokenRule(page);
    if (broken != null) {
      throw page.failure(
          "The page at " + page.position() + " breaks the rules of paging: " + broken);
    }
    return page;
  }

  private static @Nullable String brokenRule(FetchedPage<?> page) {
    if (page.slots() > page.position().limit()) {
      return "it holds " + page.slots() + " items, more than were asked for";
    }
    if (!page.hasMore()) {
      return null;
    }
    PageStart here = page.position().start();
    PageStart next = page.next();
    if (next.cursor() != null) {
      return next.equals(here)
          ? "hasMore is true, but the next page begins at the same " + next
          : null;
    }
    if (here.cursor() != null) {
      return "hasMore is true, but no cursor for the next page was given";
    }
    if (next.offset() < 0) {
      return "nextOffset is negative: " + next.offset();
    }
    if (next.offset() <= here.offset()) {
      return page.slots() == 0
          ? "hasMore is true, but the page is empty and points to " + next
          : "hasMore is true, but the page does not advance: it points to " + next;
    }
    return null;
  }
}
