package com.ofauth.access.build.lint;

import java.io.Serial;

/**
 * Says that a document breaks rules. The findings themselves are printed before; a stack trace
 * would only hide them.
 */
public final class SpecLintException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  SpecLintException(int count, String file) {
    super(
        (count == 1 ? "1 finding" : count + " findings") + " in " + file + ", see the lines above",
        null,
        false,
        false);
  }
}
