package com.ofauth.access.build.spec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as a document writes them. */
public final class Numbers {
  private Numbers() {}

  /** Compares two numbers; what is no number, or absent, compares as equal to anything. */
  public static int compare(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return 0;
    }
    try {
      return new BigDecimal(one).compareTo(new BigDecimal(other));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
