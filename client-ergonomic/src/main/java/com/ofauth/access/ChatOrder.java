package com.ofauth.access;

/** The order in which chats are listed. The values of the query parameter {@code order}. */
public enum ChatOrder {
  /** Newest message first. The API's default. */
  RECENT("recent"),

  /** Oldest message first. */
  OLD("old");

  private final String value;

  ChatOrder(String value) {
    this.value = value;
  }

  /** {@return the text that goes into the request, for example {@code recent}} */
  public String value() {
    return value;
  }
}
