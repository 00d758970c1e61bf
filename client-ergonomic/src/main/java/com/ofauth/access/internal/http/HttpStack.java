package com.ofauth.access.internal.http;

import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.internal.limits.RateLimits;
import com.ofauth.access.internal.util.TimeSource;

/** Assembles the layers of a call. */
public final class HttpStack {
  private final HttpTransport http;
  private final Secrets secrets;
  private final RetryPolicy retries;
  private final RetryBudget budget = new RetryBudget();
  private final RateLimits limits;
  private final Lifecycle lifecycle;
  private final CompositeListener events;
  private final TimeSource timeSource;

  public HttpStack(
      HttpTransport http,
      Secrets secrets,
      String baseUrl,
      RetryPolicy retries,
      RateLimitPolicy rateLimit,
      CompositeListener events,
      TimeSource timeSource) {
    this.http = http;
    this.secrets = secrets;
    this.retries = retries;
    this.limits = new RateLimits(baseUrl, secrets.keyHash(), rateLimit, events, timeSource);
    this.lifecycle = http.lifecycle();
    this.events = events;
    this.timeSource = timeSource;
  }

  /**
   * Deadline → rate limit → retry → send → decode, for a view with these timeouts; the limits, the
   * budget and the connections are shared by all views.
   */
  public Layer assemble(Timeouts timeouts) {
    // Decoding belongs to the attempt: a body that was cut short shows only there, and is retried.
    Layer send = new SendLayer(http, secrets, timeSource);
    // Next to it, since every answer teaches the rate limit, that of a failed attempt most of all.
    Layer attempt = new AttemptLayer(limits, events, timeSource, send);
    // Below the rate limit, so that a call which has no room there is refused and not retried. It
    // takes a token itself for every further attempt: the service counts those too.
    Layer retry = new RetryLayer(retries, budget, limits, events, timeSource, attempt);
    Layer rateLimit = new RateLimitLayer(limits, retry);
    // Around all that waits.
    Layer deadline = new DeadlineLayer(timeouts, timeSource, rateLimit);
    return new CallLayer(lifecycle, events, timeSource, deadline);
  }

  RateLimits limits() {
    return limits;
  }
}
