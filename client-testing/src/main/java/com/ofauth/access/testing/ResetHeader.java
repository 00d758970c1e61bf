package com.ofauth.access.testing;

/** What the number in {@code X-RateLimit-Reset} means: the documentation does not say. */
public enum ResetHeader {
  /** The epoch second at which the bucket is full again. */
  EPOCH_SECOND,
  /** The seconds from now until the bucket is full again. */
  SECONDS_FROM_NOW
}
