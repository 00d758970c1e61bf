package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.OfAuthException;
import com.ofauth.access.internal.limits.RateLimits;
import com.ofauth.access.internal.util.Timing;

/** Reports each attempt, and lets the rate limit learn from its answer. */
final class AttemptStage implements Stage {
  private final RateLimits limits;
  private final Events events;
  private final Timing timing;
  private final Stage next;

  AttemptStage(RateLimits limits, Events events, Timing timing, Stage next) {
    this.limits = limits;
    this.events = events;
    this.timing = timing;
    this.next = next;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    long start = timing.nanoTime();
    try {
      ApiResponse<R> response = next.send(request);
      long took = timing.nanoTime() - start;
      limits.learn(request.call(), response.status(), response.headers(), took);
      events.onAttempt(request.call(), response.outcome(request.attempt(), took));
      return response;
    } catch (OfAuthException e) {
      long took = timing.nanoTime() - start;
      limits.learn(request.call(), e.status(), bridge().failure(e).rawHeaders(), took);
      events.onAttempt(request.call(), bridge().failed(e, took));
      throw e;
    }
  }
}
