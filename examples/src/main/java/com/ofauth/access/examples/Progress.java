package com.ofauth.access.examples;

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
    boolean watched = System.console() != null && System.getenv("TERM") != null;
    return new Progress(watched ? System.err : null);
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
