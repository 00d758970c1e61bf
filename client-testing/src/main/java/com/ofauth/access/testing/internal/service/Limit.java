package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.ResetHeader;

/**
 * The figures of a rate limit.
 *
 * @param perMinute tokens that are refilled in a minute
 * @param burst the size of the bucket; 0 for no limit
 * @param resetHeader the meaning of {@code X-RateLimit-Reset}
 * @param retryAfter the form of {@code Retry-After}
 */
public record Limit(int perMinute, int burst, ResetHeader resetHeader, RetryAfterValue retryAfter) {

  public boolean isNone() {
    return burst == 0;
  }
}
