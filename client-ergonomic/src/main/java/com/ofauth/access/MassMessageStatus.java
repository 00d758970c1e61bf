package com.ofauth.access;

/** The status of the mass messages to list. The values of the query parameter {@code type}. */
public enum MassMessageStatus {
  /** Sent. The API's default. */
  SENT("sent"),

  /** Taken back after sending. */
  UNSENT("unsent"),

  /** To be sent later. */
  SCHEDULED("scheduled");

  private final String value;

  MassMessageStatus(String value) {
    this.value = value;
  }

  /** {@return the text that goes into the request, for example {@code scheduled}} */
  public String value() {
    return value;
  }
}
