package com.ofauth.access.testing.internal.exchange;

import com.ofauth.access.testing.internal.service.RequestLog;

/** Uses a class of a higher room, which {@code RoomsTest} has to notice. */
final class PreparedEdge {
  private final RequestLog log;

  PreparedEdge(RequestLog log) {
    this.log = log;
  }

  int open() {
    return log.openConnections();
  }
}
