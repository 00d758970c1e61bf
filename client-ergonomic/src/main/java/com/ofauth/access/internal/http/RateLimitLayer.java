package com.ofauth.access.internal.http;

import com.ofauth.access.internal.limits.RateLimits;

/** Takes a token of the connection's rate limit for the first attempt. */
final class RateLimitLayer implements Layer {
  private final RateLimits limits;
  private final Layer next;

  RateLimitLayer(RateLimits limits, Layer next) {
    this.limits = limits;
    this.next = next;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    limits.take(request.tokenRequest());
    return next.send(request);
  }
}
