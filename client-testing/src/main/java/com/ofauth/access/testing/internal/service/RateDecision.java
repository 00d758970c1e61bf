package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.internal.exchange.Headers;
import com.ofauth.access.testing.internal.exchange.HttpTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request had a token, and what the answer says about the bucket.
 *
 * @param allowed whether it had
 * @param headers the rate-limit headers, none without a limit
 */
public record RateDecision(boolean allowed, Headers headers) {
  public static final RateDecision UNLIMITED = new RateDecision(true, Headers.EMPTY);

  public static RateDecision of(
      boolean allowed, Limit limit, TokenBucket tokens, Instant now, Instant serverTime) {
    Duration untilFull = tokens.untilFull(now);
    Headers headers =
        Headers.of("X-RateLimit-Limit", Integer.toString(limit.burst()))
            .with("X-RateLimit-Remaining", Integer.toString(tokens.remaining(now)))
            .with("X-RateLimit-Reset", Long.toString(reset(limit, untilFull, serverTime)));
    String retryAfter =
        allowed ? null : limit.retryAfter().of(tokens.untilNextToken(now), serverTime);
    return new RateDecision(allowed, withRetryAfter(headers, retryAfter));
  }

  private static Headers withRetryAfter(Headers headers, @Nullable String retryAfter) {
    return retryAfter == null ? headers : headers.with("Retry-After", retryAfter);
  }

  private static long reset(Limit limit, Duration untilFull, Instant serverTime) {
    return switch (limit.resetHeader()) {
      case SECONDS_FROM_NOW -> HttpTime.wholeSeconds(untilFull);
      // The server's clock, wrong as it may be: that is what it would compute with.
      case EPOCH_SECOND -> serverTime.plus(untilFull).plusNanos(999_999_999).getEpochSecond();
    };
  }
}
