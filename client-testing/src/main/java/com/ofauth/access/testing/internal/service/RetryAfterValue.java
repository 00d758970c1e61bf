package com.ofauth.access.testing.internal.service;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the header {@code Retry-After}. */
public interface RetryAfterValue {

  /** The value of the header, or null to omit the header. */
  @Nullable String of(Duration wait, Instant serverTime);
}
