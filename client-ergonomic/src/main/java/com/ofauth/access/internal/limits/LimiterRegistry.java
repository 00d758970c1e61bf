package com.ofauth.access.internal.limits;

import com.ofauth.access.internal.util.TimeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Limiters by account and rate. A limiter whose bucket is full again equals a new one, and is
 * dropped. Each use checks for such limiters; there is no thread for it.
 */
final class LimiterRegistry {
  /** For all clients of the JVM whose buckets are here: the service counts them together. */
  static final LimiterRegistry JVM = new LimiterRegistry();

  /**
   * Whose budget it is: that of a connection, under one key at one server. Clients with clocks of
   * their own have buckets of their own.
   */
  record Account(String baseUrl, String keyHash, TimeSource time, String connectionId) {}

  /** Changed only within the map's own lock for its account. */
  private static final class Entry {
    private final ConnectionLimiter limiter;
    private int users;
    private long lastUsed;

    Entry(ConnectionLimiter limiter) {
      this.limiter = limiter;
    }
  }

  /**
   * A limiter in use. It is not forgotten before it is given back.
   *
   * @param contested whether it is new beside one of another rate
   */
  record Lease(ConnectionLimiter limiter, boolean contested) {}

  private final ConcurrentMap<Account, Map<TokenRate, Entry>> entries = new ConcurrentHashMap<>();

  Lease acquire(Account account, TokenRate rate, Supplier<ConnectionLimiter> create) {
    Lease[] lease = new Lease[1];
    entries.compute(
        account,
        (key, known) -> {
          Map<TokenRate, Entry> byRate = known == null ? new HashMap<>(2) : known;
          forgetRested(account, byRate);
          int before = byRate.size();
          Entry entry = byRate.computeIfAbsent(rate, r -> new Entry(create.get()));
          entry.users++;
          lease[0] = new Lease(entry.limiter, before > 0 && byRate.size() > before);
          return byRate;
        });
    return lease[0];
  }

  void release(Account account, TokenRate rate) {
    entries.computeIfPresent(
        account,
        (key, byRate) -> {
          Entry entry = byRate.get(rate);
          if (entry != null) {
            entry.users--;
            entry.lastUsed = account.time().nanoTime();
          }
          return byRate;
        });
  }

  /** Forgets what has rested long enough by its own clock. */
  void sweep() {
    for (Account account : entries.keySet()) {
      entries.computeIfPresent(
          account,
          (key, byRate) -> {
            forgetRested(account, byRate);
            return byRate.isEmpty() ? null : byRate;
          });
    }
  }

  private static void forgetRested(Account account, Map<TokenRate, Entry> byRate) {
    if (byRate.isEmpty()) {
      return;
    }
    long now = account.time().nanoTime();
    byRate
        .entrySet()
        .removeIf(
            e ->
                e.getValue().users == 0
                    && now - e.getValue().lastUsed > RateLimits.restNanos(e.getKey()));
  }

  /** How many limiters of a server, key and clock there are. */
  int size(String baseUrl, String keyHash, TimeSource time) {
    return entries.entrySet().stream()
        .filter(
            e ->
                e.getKey().time() == time
                    && e.getKey().keyHash().equals(keyHash)
                    && e.getKey().baseUrl().equals(baseUrl))
        .mapToInt(e -> e.getValue().size())
        .sum();
  }
}
