package com.ofauth.access.build.diff;

/** How the set of legal values changed. */
enum Extent {
  SAME,
  /** Fewer values are legal, and no new ones. */
  NARROWER,
  /** More values are legal, and all that were. */
  WIDER,
  /** Some are no longer legal and others are new. */
  OTHER;

  static Extent of(boolean wider) {
    return wider ? WIDER : NARROWER;
  }
}
