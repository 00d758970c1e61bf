package com.ofauth.access.examples;

import java.io.Console;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Shows the progress of a long walk in one line of standard error, if that is a terminal. */
final class Progress {
  private static final int EVERY = 100;
  private static final String BACK_AND_CLEAR = "\r\u001b[2K";

  private final @Nullable PrintStream terminal;
  private int calls;

  private Progress(@Nullable PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Shows progress if the program runs on a terminal. */
  static Progress onTerminal() {
    boolean watched = isTerminal(System.console()) && System.getenv("TERM") != null;
    return new Progress(watched ? System.err : null);
  }

  /**
   * Up to JDK 21, a console exists only on a terminal. From JDK 22 on it always exists, and has a
   * method that says whether it is a terminal.
   */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  static Progress on(PrintStream terminal) {
    return new Progress(terminal);
  }

  static Progress none() {
    return new Progress(null);
  }

  /** Replaces the line, on every hundredth call. */
  void show(String text) {
    if (terminal != null && ++calls % EVERY == 0) {
      terminal.print(BACK_AND_CLEAR + text + " …");
      terminal.flush();
    }
  }

  /** Clears the line. */
  void clear() {
    if (terminal != null && calls >= EVERY) {
      terminal.print(BACK_AND_CLEAR);
      terminal.flush();
    }
  }
}
