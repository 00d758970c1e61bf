package com.ofauth.access.build.diff;

import java.util.Locale;

/** What a change means for those who use the API through the SDK, gravest first. */
public enum Impact {
  /** Code that works today can stop to compile or to work. */
  BREAKING,

  /** There is more than before, and all that was there stays as it was. */
  ADDITIVE,

  /** Only the documentation reads differently. */
  COSMETIC;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
