package com.ofauth.access.build.diff;

/** Who sends a value: what is safe for one side to change is not for the other. */
enum Direction {
  /** The SDK's users send it. What was legal has to stay legal. */
  REQUEST,

  /** The service sends it. What was not legal must not become legal. */
  RESPONSE,

  /** Both send it: each change counts as the graver of the two. */
  BOTH;

  /** What a change of the set of legal values means. */
  Impact impact(Extent extent) {
    return switch (extent) {
      case SAME -> Impact.COSMETIC;
      case NARROWER -> this == RESPONSE ? Impact.ADDITIVE : Impact.BREAKING;
      case WIDER -> this == REQUEST ? Impact.ADDITIVE : Impact.BREAKING;
      case OTHER -> Impact.BREAKING;
    };
  }

  boolean isSent() {
    return this != RESPONSE;
  }

  boolean isReceived() {
    return this != REQUEST;
  }
}
