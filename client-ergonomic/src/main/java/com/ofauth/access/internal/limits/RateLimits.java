package com.ofauth.access.internal.limits;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.CallInfo;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.internal.api.RateLimitHeaders;
import com.ofauth.access.internal.json.PrintableText;
import com.ofauth.access.internal.limits.LimiterRegistry.Account;
import com.ofauth.access.internal.limits.LimiterRegistry.Lease;
import com.ofauth.access.internal.util.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import okhttp3.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rate limits of all connections of a client. Its limiters are those of all clients of the JVM
 * with the same server, key, policy and clock, unless the user gives the buckets.
 */
public final class RateLimits {
  private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);

  private final LimiterRegistry registry;
  private final String baseUrl;
  private final String keyHash;
  private final TokenRate rate;
  private final OfAuthListener events;
  private final TimeSource timeSource;
  private final AtomicLong lastSweep;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * The limits of one client.
   *
   * @param keyHash stands for the API key
   */
  public RateLimits(
      String baseUrl,
      String keyHash,
      RateLimitPolicy policy,
      OfAuthListener events,
      TimeSource timeSource) {
    this.rate =
        new TokenRate(bridge().perMinute(policy), bridge().burst(policy), bridge().buckets(policy));
    // Buckets of the user's are shared by whoever shares the provider.
    this.registry = rate.provider() == null ? LimiterRegistry.JVM : new LimiterRegistry();
    this.baseUrl = baseUrl;
    this.keyHash = keyHash;
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
      with(request.call().connectionId(), limiter -> limiter.take(request, events));
    } catch (OfAuthException e) {
      throw e;
    } catch (RuntimeException e) {
      // A bucket of the user's, which may lie on another machine.
      throw bridge()
          .transport(
              request
                  .failure(
                      "The bucket of the connection's rate limit failed, so nothing was sent: "
                          + PrintableText.of(e.toString()))
                  .because(e));
    }
  }

  /**
   * Takes in what an answer says.
   *
   * @param refused whether it says that the limit is used up
   */
  public void learn(CallInfo call, boolean refused, Headers headers, long took) {
    // Without an answer there is nothing to take in.
    if (rate.isUnlimited() || (!refused && headers.size() == 0)) {
      return;
    }
    RateLimitHeaders says = RateLimitHeaders.parse(headers, timeSource.now());
    Duration retryAfter = RetryAfter.parse(headers, timeSource.now());
    try {
      with(call.connectionId(), limiter -> limiter.learn(says, refused, retryAfter, took));
    } catch (RuntimeException e) {
      // The answer is there; that the bucket could not be corrected is no reason to lose it.
      LOG.warn("The bucket of a rate limit could not be corrected", e);
    }
  }

  /** How many connections are limited now. */
  int size() {
    return registry.size(baseUrl, keyHash, timeSource);
  }

  private void with(String connectionId, Consumer<ConnectionLimiter> action) {
    Account account = new Account(baseUrl, keyHash, timeSource, connectionId);
    Lease lease =
        registry.acquire(
            account,
            rate,
            () ->
                new ConnectionLimiter(
                    Buckets.of(rate, connectionId, timeSource), rate, timeSource));
    try {
      if (lease.contested() && warned.compareAndSet(false, true)) {
        LOG.warn(
            "Clients of this JVM limit connection {} by different policies, so each has a budget of"
                + " its own and together they send more than one of them allows: build them with"
                + " the same RateLimitPolicy (here {} a minute, burst {}), or use one client",
            connectionId,
            rate.perMinute(),
            rate.burst());
      }
      action.accept(lease.limiter());
    } finally {
      registry.release(account, rate);
    }
  }

  private void sweep() {
    long now = timeSource.nanoTime();
    long last = lastSweep.get();
    if (now - last >= restNanos(rate) && lastSweep.compareAndSet(last, now)) {
      registry.sweep();
    }
  }

  /**
   * How long a limiter has to rest before it says nothing more: twice what an empty bucket takes to
   * fill, since a correction can leave it below empty; and no less than a 429 can keep everybody
   * quiet.
   */
  static long restNanos(TokenRate rate) {
    return Math.max(2L * rate.burst() * rate.nanosPerToken(), ConnectionLimiter.MAX_QUIET_NANOS);
  }
}
