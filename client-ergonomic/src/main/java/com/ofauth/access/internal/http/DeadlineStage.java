package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.Timing;

/** Fixes the moment at which the call has to be over. */
final class DeadlineStage implements Stage {
  private final Timeouts timeouts;
  private final Timing timing;
  private final Stage next;

  DeadlineStage(Timeouts timeouts, Timing timing, Stage next) {
    this.timeouts = timeouts;
    this.timing = timing;
    this.next = next;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    return next.send(request.within(Deadline.after(timeouts.total(), timing), timeouts));
  }
}
