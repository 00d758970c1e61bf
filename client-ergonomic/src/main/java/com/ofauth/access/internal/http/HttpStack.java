package com.ofauth.access.internal.http;

import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.internal.limits.RateLimits;
import com.ofauth.access.internal.util.Timing;
import okhttp3.OkHttpClient;

/** The one place where the layers that a call passes are put together. */
public final class HttpStack {
  private final OkHttpClient http;
  private final Secrets secrets;
  private final RetryPolicy retries;
  private final RetryBudget budget = new RetryBudget();
  private final RateLimits limits;
  private final Lifecycle lifecycle;
  private final Events events;
  private final Timing timing;

  public HttpStack(
      Http http,
      Secrets secrets,
      RetryPolicy retries,
      RateLimitPolicy rateLimit,
      Events events,
      Timing timing) {
    this.http = http.client();
    this.secrets = secrets;
    this.retries = retries;
    this.limits = new RateLimits(rateLimit, events, timing);
    this.lifecycle = http.lifecycle();
    this.events = events;
    this.timing = timing;
  }

  /**
   * Deadline → rate limit → retry → send → decode, for a view with these timeouts; the limits, the
   * budget and the connections are shared by all views.
   */
  public Stage assemble(Timeouts timeouts) {
    // Decoding belongs to the attempt: a body that was cut short shows only there, and is retried.
    Stage send = new SendStage(http, secrets, timing);
    // Next to it, since every answer teaches the rate limit, that of a failed attempt most of all.
    Stage attempt = new AttemptStage(limits, events, timing, send);
    // Below the rate limit, so that a call which has no room there is refused and not retried. It
    // takes a token itself for every further attempt: the service counts those too.
    Stage retry = new RetryStage(retries, budget, limits, events, timing, attempt);
    Stage rateLimit = new RateLimitStage(limits, retry);
    // Around all that waits.
    Stage deadline = new DeadlineStage(timeouts, timing, rateLimit);
    return new CallStage(lifecycle, events, timing, deadline);
  }

  RateLimits limits() {
    return limits;
  }
}
