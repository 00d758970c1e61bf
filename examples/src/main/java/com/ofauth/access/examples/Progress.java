package com.ofauth.access.examples;

import java.io.Console;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** One line on standard error that says how far a long walk is; nothing where nobody watches. */
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
   * Up to JDK 21 there is a console only on a terminal; from JDK 22 on there always is one, which
   * can tell.
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

  /** Shows the text in place of what was shown before, now and then. */
  void show(String text) {
    if (terminal != null && ++calls % EVERY == 0) {
      terminal.print(BACK_AND_CLEAR + text + " …");
      terminal.flush();
    }
  }

  /** Takes the line away again. */
  void clear() {
    if (terminal != null && calls >= EVERY) {
      terminal.print(BACK_AND_CLEAR);
      terminal.flush();
    }
  }
}
