package com.ofauth.access;

import static com.ofauth.access.ApiBridge.bridge;

/** What becomes of a call whose thread is interrupted. */
final class Interruption {
  private Interruption() {}

  /** Keeps the interrupt flag for those further up, who may wait next. */
  static CallInterruptedException of(String what, InterruptedException e) {
    Thread.currentThread().interrupt();
    return bridge().callInterrupted(Failure.of(what).because(e));
  }

  /** Keeps the interrupt flag for those further up, who may wait next. */
  static CallInterruptedException of(
      CallInfo call, int attempt, String when, InterruptedException e) {
    Thread.currentThread().interrupt();
    return bridge().callInterrupted(
        Failure.of(call, attempt, "The call was interrupted " + when).because(e));
  }
}
