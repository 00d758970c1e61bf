package com.ofauth.access.internal.limits;

import com.ofauth.access.internal.http.Timeouts;
import java.time.Duration;

/** Uses a class of a higher room, which {@code RoomsTest} has to notice. */
final class PreparedEdge {
  private final Timeouts timeouts;

  PreparedEdge(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  Duration total() {
    return timeouts.total();
  }
}
