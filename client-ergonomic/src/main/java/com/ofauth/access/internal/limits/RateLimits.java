package com.ofauth.access.internal.limits;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.CallInfo;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.internal.api.RateLimitHeaders;
import com.ofauth.access.internal.util.TimeSource;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import okhttp3.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rate limits of all connections of a client. A limiter that has rested so long that its bucket
 * is full says nothing more than a new one, and is dropped; looked for in passing, without a
 * thread.
 */
public final class RateLimits {
  private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);
  private static final int TOO_MANY_REQUESTS = 429;

  private final TokenRate rate;
  private final OfAuthListener events;
  private final TimeSource timeSource;
  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicLong lastSweep;

  /** Changed only within the map's own lock for its key. */
  private static final class Entry {
    private final ConnectionLimiter limiter;
    private int users;
    private long lastUsed;

    Entry(ConnectionLimiter limiter) {
      this.limiter = limiter;
    }
  }

  public RateLimits(RateLimitPolicy policy, OfAuthListener events, TimeSource timeSource) {
    this.rate =
        new TokenRate(bridge().perMinute(policy), bridge().burst(policy), bridge().buckets(policy));
    this.events = events;
    this.timeSource = timeSource;
    this.lastSweep = new AtomicLong(timeSource.nanoTime());
  }

  /** Returns when an attempt may be sent; each attempt costs the connection one token. */
  public void take(TokenRequest request) {
    if (rate.isUnlimited()) {
      return;
    }
    sweep();
    try {
      with(request.call().connectionId(), limiter -> limiter.take(request));
    } catch (OfAuthException e) {
      throw e;
    } catch (RuntimeException e) {
      // A bucket of the user's, which may lie on another machine.
      throw bridge()
          .transport(
              request
                  .failure(
                      "The bucket of the connection's rate limit failed, so nothing was sent: " + e)
                  .because(e));
    }
  }

  /** Takes in what an answer says; status 0 stands for none. */
  public void learn(CallInfo call, int status, Headers headers, long took) {
    RateLimitHeaders says = RateLimitHeaders.parse(headers, timeSource.now());
    boolean refused = status == TOO_MANY_REQUESTS;
    if (rate.isUnlimited() || !(refused || !says.isEmpty())) {
      return;
    }
    Duration retryAfter = RetryAfter.parse(headers, timeSource.now());
    try {
      with(call.connectionId(), limiter -> limiter.learn(says, refused, retryAfter, took));
    } catch (RuntimeException e) {
      // The answer is there; that the bucket could not be corrected is no reason to lose it.
      LOG.warn("The bucket of a rate limit could not be corrected", e);
    }
  }

  int size() {
    return entries.size();
  }

  private void with(String connectionId, Consumer<ConnectionLimiter> action) {
    ConnectionLimiter limiter = acquire(connectionId);
    try {
      action.accept(limiter);
    } finally {
      release(connectionId);
    }
  }

  private ConnectionLimiter acquire(String connectionId) {
    Entry used =
        entries.compute(
            connectionId,
            (id, entry) -> {
              Entry found =
                  entry != null
                      ? entry
                      : new Entry(
                          new ConnectionLimiter(
                              rate.bucket(id, timeSource), rate, events, timeSource));
              found.users++;
              return found;
            });
    return used.limiter;
  }

  private void release(String connectionId) {
    entries.computeIfPresent(
        connectionId,
        (id, entry) -> {
          entry.users--;
          entry.lastUsed = timeSource.nanoTime();
          return entry;
        });
  }

  private void sweep() {
    long now = timeSource.nanoTime();
    long last = lastSweep.get();
    if (now - last < restNanos() || !lastSweep.compareAndSet(last, now)) {
      return;
    }
    for (String id : entries.keySet()) {
      entries.computeIfPresent(
          id,
          (key, entry) -> entry.users == 0 && now - entry.lastUsed > restNanos() ? null : entry);
    }
  }

  /**
   * Twice what an empty bucket takes to fill, since a correction can leave it below empty; and no
   * less than a 429 can keep everybody quiet.
   */
  private long restNanos() {
    return Math.max(2L * rate.burst() * rate.nanosPerToken(), ConnectionLimiter.MAX_QUIET_NANOS);
  }
}
