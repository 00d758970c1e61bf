package com.ofauth.access.internal.paging;

/** What activity does to the place of an item, and so what a walk has to look at again. */
public enum ReorderDirection {
  /** An item with new activity moves to the head, and what stood before it moves down. */
  TO_HEAD,

  /** An item with new activity moves to the tail, and what stood behind it moves up. */
  TO_TAIL,

  /** Pages begin behind an item, not at an offset: what comes and goes elsewhere shifts nothing. */
  NONE
}
