package com.ofauth.access.internal.util;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where code asked for what another thread does: the part that stack traces lose there. */
public final class CallSite {
  private static final StackTraceElement BOUNDARY =
      new StackTraceElement("com.ofauth.access", "calledFrom", "another thread", -1);

  private final Throwable here = new Throwable();

  private CallSite() {}

  /** Takes the stack trace of the current thread. */
  public static CallSite here() {
    return new CallSite();
  }

  /** Appends this place to the stack trace of a failure that was made on another thread. */
  public void appendTo(Throwable failure) {
    List<StackTraceElement> frames = new ArrayList<>(Arrays.asList(failure.getStackTrace()));
    frames.add(BOUNDARY);
    // Without the frame of here().
    frames.addAll(Arrays.asList(here.getStackTrace()).subList(1, here.getStackTrace().length));
    failure.setStackTrace(frames.toArray(StackTraceElement[]::new));
  }
}
