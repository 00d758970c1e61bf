package com.ofauth.access.internal.api;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallInterruptedException;

/** The exceptions of calls whose thread was interrupted. */
public final class Interruption {
  private Interruption() {}

  /** Sets the interrupt flag again for the callers. */
  public static CallInterruptedException of(String what, InterruptedException e) {
    Thread.currentThread().interrupt();
    return bridge().callInterrupted(FailureDetails.of(what).because(e));
  }

  /** Keeps the interrupt flag for those further up, who may wait next. */
  public static CallInterruptedException of(
      CallInfo call, int attempt, String when, InterruptedException e) {
    Thread.currentThread().interrupt();
    return bridge()
        .callInterrupted(
            FailureDetails.of(call, attempt, "The call was interrupted " + when).because(e));
  }
}
