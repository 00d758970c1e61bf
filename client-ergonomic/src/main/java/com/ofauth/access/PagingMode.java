package com.ofauth.access;

/** How a walk over a list copes with changes that happen while it is under way. */
public enum PagingMode {
  /**
   * Gives every item that stays in the list during the walk exactly once, also when other items
   * come, go or move in front of it, or when it moves itself by new activity. The default. {@link
   * Paginated} states the promise and its cost.
   */
  EXACTLY_ONCE,

  /**
   * Asks for one offset after the other and believes what comes. On a list that changes meanwhile,
   * items are skipped and repeated.
   */
  PLAIN
}
