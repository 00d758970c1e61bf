package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.OfAuthException;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.internal.limits.RateLimits;
import com.ofauth.access.internal.util.TimeSource;

/** Reports each attempt, and lets the rate limit learn from its answer. */
final class AttemptLayer implements Layer {
  private final RateLimits limits;
  private final CompositeListener events;
  private final TimeSource timeSource;
  private final Layer next;

  AttemptLayer(RateLimits limits, CompositeListener events, TimeSource timeSource, Layer next) {
    this.limits = limits;
    this.events = events;
    this.timeSource = timeSource;
    this.next = next;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    long start = timeSource.nanoTime();
    try {
      ApiResponse<R> response = next.send(request);
      long took = timeSource.nanoTime() - start;
      limits.learn(request.call(), /* refused= */ false, response.headers(), took);
      events.onAttempt(request.call(), response.outcome(request.attempt(), took));
      return response;
    } catch (OfAuthException e) {
      long took = timeSource.nanoTime() - start;
      boolean refused = e instanceof RateLimitException;
      limits.learn(request.call(), refused, bridge().failure(e).rawHeaders(), took);
      events.onAttempt(request.call(), bridge().failed(e, took));
      throw e;
    }
  }
}
