package com.ofauth.access;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Headers;

/**
 * The rate limits of all connections of a client. A limiter that has rested so long that its bucket
 * is full says nothing more than a new one, and is dropped; looked for in passing, without a
 * thread.
 */
final class RateLimits {
  private static final int TOO_MANY_REQUESTS = 429;

  private final RateLimitPolicy policy;
  private final Events events;
  private final Timing timing;
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

  RateLimits(RateLimitPolicy policy, Events events, Timing timing) {
    this.policy = policy;
    this.events = events;
    this.timing = timing;
    this.lastSweep = new AtomicLong(timing.nanoTime());
  }

  /** Returns when an attempt may be sent; each attempt costs the connection one token. */
  void take(ApiRequest<?> request) {
    if (policy.isUnlimited()) {
      return;
    }
    sweep();
    String connectionId = request.call().connectionId();
    ConnectionLimiter limiter = acquire(connectionId);
    try {
      limiter.take(request);
    } finally {
      release(connectionId);
    }
  }

  /** Takes in what an answer says; status 0 stands for none. */
  void learn(CallInfo call, int status, Headers headers, long took) {
    RateLimitStatus says = RateLimitStatus.of(headers, timing.now());
    boolean refused = status == TOO_MANY_REQUESTS;
    if (policy.isUnlimited() || !(refused || says.isKnown())) {
      return;
    }
    ConnectionLimiter limiter = acquire(call.connectionId());
    try {
      limiter.learn(says, refused, RetryAfter.parse(headers, timing.now()), took);
    } finally {
      release(call.connectionId());
    }
  }

  int size() {
    return entries.size();
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
                          new ConnectionLimiter(policy.bucket(id, timing), policy, events, timing));
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
          entry.lastUsed = timing.nanoTime();
          return entry;
        });
  }

  private void sweep() {
    long now = timing.nanoTime();
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

  /** Twice what an empty bucket takes to fill: a correction can leave it below empty. */
  private long restNanos() {
    return 2L * policy.burst() * policy.nanosPerToken();
  }
}
