package com.ofauth.access.testing.internal.exchange;

/** One item of a list, written as JSON only when a page with it is sent. */
public interface PageItem {

  /** The id by which the endpoint knows the item. */
  long id();

  /** The item as one JSON object; the same text at each call. */
  String json();

  /** The same item with another text, for faults that damage it. */
  default PageItem withJson(String json) {
    return new Edited(id(), json);
  }

  /** An item whose text was replaced. */
  record Edited(long id, String json) implements PageItem {}
}
