package com.ofauth.access;

/** Keeps only one kind of chat. The values of the query parameter {@code filter}. */
public enum ChatFilter {
  /** Chats that are marked as priority. */
  PRIORITY("priority"),

  /** Chats whose other side has tipped. */
  WHO_TIPPED("who_tipped"),

  /** Chats with unread messages. A chat leaves this list as soon as it is read or answered. */
  UNREAD("unread");

  private final String value;

  ChatFilter(String value) {
    this.value = value;
  }

  /** {@return the text that goes into the request, for example {@code who_tipped}} */
  public String value() {
    return value;
  }
}
