package com.ofauth.access.contract.kit;

/** What a verification ended with. */
public enum Verdict {
  /** Everything that was looked at is as the contract says, and enough was looked at. */
  KEPT(0),
  /** Something is not as the contract says. */
  BROKEN(1),
  /** Nothing is known to be broken, but something could not be looked at. */
  NOT_VERIFIED(2);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  /** {@return the exit code of the runnable jar: 0 kept, 1 broken, 2 not verified} */
  public int exitCode() {
    return exitCode;
  }

  /** The words for people. */
  String text() {
    return switch (this) {
      case KEPT -> "kept";
      case BROKEN -> "BROKEN";
      case NOT_VERIFIED -> "NOT VERIFIED";
    };
  }

  /** What both together are: broken, if one is; else not verified, if one is. */
  Verdict and(Verdict other) {
    if (this == BROKEN || other == BROKEN) {
      return BROKEN;
    }
    return this == NOT_VERIFIED ? this : other;
  }
}
