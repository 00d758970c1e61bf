package com.ofauth.access.contract.kit;

/** Something could not be looked at. The message tells why in one sentence, and no value. */
final class NotVerifiedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether nothing else can be looked at either. */
  private final boolean all;

  private NotVerifiedException(String message, boolean all) {
    // Neither cause nor trace: messages of causes can quote what was received.
    super(message, null, false, false);
    this.all = all;
  }

  /** This alone can't be looked at. */
  static NotVerifiedException one(String message) {
    return new NotVerifiedException(message, false);
  }

  /** Nothing can be looked at. */
  static NotVerifiedException all(String message) {
    return new NotVerifiedException(message, true);
  }

  boolean isAll() {
    return all;
  }
}
