package com.ofauth.access.testing.internal.service;

import java.time.Duration;
import java.time.Instant;

/**
 * A continuously refilled bucket, counted in nanoseconds of refill so that no fraction of a token
 * is lost to rounding. Written apart from the SDK's limiter on purpose: the two must not share an
 * error. Guarded by its owner's lock.
 */
public final class TokenBucket {
  private final long nanosPerToken;
  private final long capacity;
  private long filled;
  private Instant filledAt;

  public TokenBucket(int perMinute, int burst, Instant now) {
    this.nanosPerToken = Duration.ofMinutes(1).toNanos() / perMinute;
    this.capacity = burst * nanosPerToken;
    this.filled = capacity;
    this.filledAt = now;
  }

  public boolean take(Instant now) {
    refill(now);
    if (filled < nanosPerToken) {
      return false;
    }
    filled -= nanosPerToken;
    return true;
  }

  /** Takes so many tokens, or all that there are. */
  public void spend(int tokens, Instant now) {
    refill(now);
    filled = Math.max(0, filled - tokens * nanosPerToken);
  }

  int remaining(Instant now) {
    refill(now);
    return Math.toIntExact(filled / nanosPerToken);
  }

  Duration untilNextToken(Instant now) {
    refill(now);
    return Duration.ofNanos(Math.max(0, nanosPerToken - filled));
  }

  Duration untilFull(Instant now) {
    refill(now);
    return Duration.ofNanos(capacity - filled);
  }

  private void refill(Instant now) {
    Duration passed = Duration.between(filledAt, now);
    filledAt = now;
    // A clock that was set back gives nothing; one that leapt ahead fills the bucket, no more.
    if (passed.isNegative()) {
      return;
    }
    long room = capacity - filled;
    filled += passed.compareTo(Duration.ofNanos(room)) >= 0 ? room : passed.toNanos();
  }
}
