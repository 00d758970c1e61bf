package com.ofauth.access;

/** What becomes of a call whose thread is interrupted. */
final class Interruption {
  private Interruption() {}

  /** Keeps the interrupt flag for those further up, who may wait next. */
  static CallInterruptedException of(String what, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CallInterruptedException(Failure.of(what).because(e));
  }

  /** Keeps the interrupt flag for those further up, who may wait next. */
  static CallInterruptedException of(ApiRequest<?> request, String when, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CallInterruptedException(
        Failure.of(request, "The call was interrupted " + when).because(e));
  }
}
