package com.ofauth.access.network;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.WaitReason;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what calls cost: attempts, tokens of the rate limit, waits. */
final class Tally implements OfAuthListener {
  private static final int BURST = 1_000_000;

  /** Fewer than there can be: of a full bucket, one is left to a service that tells nothing. */
  private static final int TOKENS = BURST - 2;

  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicLong waited = new AtomicLong();
  private final Bucket bucket =
      Bucket.builder()
          .addLimit(limit -> limit.capacity(TOKENS).refillGreedy(1, Duration.ofDays(1)))
          .withCustomTimePrecision(new StoppedClock())
          .build();

  /** A limit that is never reached, in a bucket that shows what was taken. */
  RateLimitPolicy policy() {
    return RateLimitPolicy.of(1, BURST).withBuckets((connectionId, limits) -> bucket);
  }

  int attempts() {
    return attempts.get();
  }

  int retries() {
    return retries.get();
  }

  int failures() {
    return failures.get();
  }

  long tokens() {
    return TOKENS - bucket.getAvailableTokens();
  }

  Duration waited() {
    return Duration.ofNanos(waited.get());
  }

  @Override
  public void onAttempt(CallInfo call, CallOutcome outcome) {
    attempts.incrementAndGet();
  }

  @Override
  public void onRetry(CallInfo call, int nextAttempt, OfAuthException failure) {
    retries.incrementAndGet();
  }

  @Override
  public void onWait(CallInfo call, WaitReason reason, Duration wait) {
    waited.addAndGet(wait.toNanos());
  }

  @Override
  public void onEnd(CallInfo call, CallOutcome outcome) {
    if (outcome.failure().isPresent()) {
      failures.incrementAndGet();
    }
  }

  private static final class StoppedClock implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return 0;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
