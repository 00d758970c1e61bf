package com.ofauth.access.internal.http;

import com.ofauth.access.internal.limits.RateLimits;

/** Takes a token of the connection's rate limit for the first attempt. */
final class RateLimitStage implements Stage {
  private final RateLimits limits;
  private final Stage next;

  RateLimitStage(RateLimits limits, Stage next) {
    this.limits = limits;
    this.next = next;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    limits.take(request.tokenRequest());
    return next.send(request);
  }
}
