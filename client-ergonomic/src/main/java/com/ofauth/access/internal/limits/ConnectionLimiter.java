package com.ofauth.access.internal.limits;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.DeadlineExceededException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.WaitReason;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.api.Interruption;
import com.ofauth.access.internal.api.RateLimitHeaders;
import com.ofauth.access.internal.util.Messages;
import com.ofauth.access.internal.util.TimeSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The rate limit of one connection: a bucket, a fair queue, and corrections by the service's own
 * figures. Safe for use by several threads.
 *
 * <p>Only the head of the queue reads the bucket. It reserves nothing while it waits, so a
 * correction applies to every request that was not sent yet.
 */
final class ConnectionLimiter {
  /** The longest pause of all requests. After it, one request tries again. */
  static final long MAX_QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final ReentrantLock turn = new ReentrantLock(/* fair= */ true);
  private final Bucket bucket;
  private final TokenRate rate;
  private final TimeSource timeSource;
  private final AtomicLong quietUntil;
  private final TokenReserve reserve;

  ConnectionLimiter(Bucket bucket, TokenRate rate, TimeSource timeSource) {
    this.bucket = bucket;
    this.rate = rate;
    this.timeSource = timeSource;
    this.quietUntil = new AtomicLong(timeSource.nanoTime());
    this.reserve = new TokenReserve(rate.burst());
  }

  /**
   * Returns when the request may be sent; refuses at once what its deadline has no room for.
   *
   * @param events who is told of a wait; each of the clients that share the limiter has its own
   */
  void take(TokenRequest request, OfAuthListener events) {
    boolean announced = announceQueue(request, events);
    try {
      if (!turn.tryLock(Math.max(0, request.deadline().remainingNanos()), TimeUnit.NANOSECONDS)) {
        throw refused(request, rate.nanosPerToken());
      }
      try {
        takeAsHead(request, events, announced);
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      throw Interruption.of(
          request.call(), request.attempt(), "while it waited for the rate limit", e);
    }
  }

  /** What an answer to a request of this connection says about the service's bucket. */
  void learn(RateLimitHeaders says, boolean refused, @Nullable Duration retryAfter, long took) {
    if (refused) {
      bucket.tryConsumeAsMuchAsPossible();
      reserve.grow();
      long until = timeSource.nanoTime() + quietNanos(says, retryAfter);
      quietUntil.accumulateAndGet(until, (old, now) -> old - now > 0 ? old : now);
      return;
    }
    Long level = level(says);
    // Untold, it is less than full by this request, and behind ours by the time that the first one
    // was on its way: half of the reserve will do.
    long most = level == null ? rate.burst() - 1 - reserve.tokens() / 2 : level - reserve.tokens();
    // What came into our bucket since the service looked into its own is no difference between
    // them.
    long ours = bucket.getAvailableTokens() - took / rate.nanosPerToken();
    long excess = ours - most;
    if (excess > 0) {
      bucket.consumeIgnoringRateLimits(excess);
    }
  }

  private void takeAsHead(TokenRequest request, OfAuthListener events, boolean announced)
      throws InterruptedException {
    boolean silent = announced;
    for (long wait = tryTake(); wait > 0; wait = tryTake()) {
      if (!request.deadline().hasRoomFor(wait)) {
        throw refused(request, wait);
      }
      if (!silent) {
        events.onWait(request.call(), WaitReason.RATE_LIMIT, Duration.ofNanos(wait));
        silent = true;
      }
      timeSource.sleep(wait);
    }
  }

  /** Takes a token, or says how long to wait before the next try. */
  private long tryTake() {
    long quiet = quietUntil.get() - timeSource.nanoTime();
    if (quiet > 0) {
      return quiet;
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    // A bucket far away may say "none, and no wait": never spin on it.
    return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
  }

  /** Returns the expected wait of a request in the queue; refuses one that is too long. */
  private boolean announceQueue(TokenRequest request, OfAuthListener events) {
    int ahead = turn.getQueueLength() + (turn.isLocked() ? 1 : 0);
    if (ahead == 0) {
      return false;
    }
    long missing = ahead + 1 - bucket.getAvailableTokens();
    long quiet = Math.max(0, quietUntil.get() - timeSource.nanoTime());
    // The token that is on its way counts as here: better to queue in vain than to be refused so.
    long wait = Math.max(quiet, (missing - 1) * rate.nanosPerToken());
    if (wait <= 0) {
      return false;
    }
    if (!request.deadline().hasRoomFor(wait)) {
      throw refused(request, wait);
    }
    events.onWait(request.call(), WaitReason.RATE_LIMIT, Duration.ofNanos(wait));
    return true;
  }

  /** How full the service's bucket is, in whole tokens, or null when it does not say. */
  private @Nullable Long level(RateLimitHeaders says) {
    if (says.remaining() != null) {
      return says.remaining();
    }
    Duration reset = says.resetAfter();
    if (reset == null || says.limit() == null) {
      return null;
    }
    // The reset is when the bucket is full again: what is missing until then is not there now.
    long missing = reset.dividedBy(Duration.ofNanos(rate.nanosPerToken()));
    long limit = says.limit();
    // Much later than an empty bucket takes to fill: it can't mean that moment.
    return missing > 2 * limit ? null : (Long) Math.max(0, limit - missing);
  }

  /**
   * How long nobody is sent after a 429. Retry-After says it; if it is missing, the reset may, but
   * only where it can't be the moment at which the bucket is full: our own bucket knows better
   * then.
   */
  private long quietNanos(RateLimitHeaders says, @Nullable Duration retryAfter) {
    if (retryAfter != null) {
      return capped(retryAfter);
    }
    Duration reset = says.resetAfter();
    if (reset == null) {
      return 0;
    }
    long full = rate.burst() * rate.nanosPerToken();
    boolean whenFull = Math.abs(reset.toSeconds() - TimeUnit.NANOSECONDS.toSeconds(full)) <= 2;
    return whenFull ? 0 : capped(reset);
  }

  private static long capped(Duration wait) {
    return wait.compareTo(Duration.ofNanos(MAX_QUIET_NANOS)) > 0 ? MAX_QUIET_NANOS : wait.toNanos();
  }

  private static DeadlineExceededException refused(TokenRequest request, long wait) {
    return bridge()
        .deadlineExceeded(
            request
                .failure(
                    "A wait of "
                        + Messages.seconds(wait)
                        + " for the connection's rate limit would not fit into the "
                        + request.deadline()
                        + ", so it was not begun")
                .retry(FailureDetails.Retry.ALWAYS));
  }
}
