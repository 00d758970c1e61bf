package com.ofauth.access.testing.internal.exchange;

import com.ofauth.access.testing.ErrorDialect;
import java.time.Instant;

/**
 * What stays the same while one request is answered.
 *
 * @param request the request as it is recorded
 * @param dialect the form of error bodies
 * @param requestId the id that errors name
 * @param serverTime the time that {@code Date} shows, skew included
 */
public record RequestContext(
    ReceivedRequest request, ErrorDialect dialect, String requestId, Instant serverTime) {

  /** The time of arrival by the provider's clock. */
  public Instant now() {
    return request.receivedAt();
  }
}
