package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service refused the request because the connection has used up its rate limit (429), also
 * after all retries. The client's own limiter keeps this from happening unless others spend the
 * same connection's budget.
 */
public final class RateLimitException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  RateLimitException(FailureDetails failure, @Nullable Duration retryAfter) {
    super(failure);
    this.retryAfter = retryAfter;
  }

  /** {@return how long the service asked to wait, never negative; empty when it did not say} */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
