package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.TimeSource;

/** Sets the deadline of the call. */
final class DeadlineLayer implements Layer {
  private final Timeouts timeouts;
  private final TimeSource timeSource;
  private final Layer next;

  DeadlineLayer(Timeouts timeouts, TimeSource timeSource, Layer next) {
    this.timeouts = timeouts;
    this.timeSource = timeSource;
    this.next = next;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    return next.send(request.within(Deadline.after(timeouts.total(), timeSource), timeouts));
  }
}
