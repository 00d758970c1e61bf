package com.ofauth.access.testing.internal.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that has its answer, which is still to be sent. */
public record Exchange(ReceivedRequest request, Reply reply) {

  /** Takes each request as it arrives, on the event loop, in order. */
  public interface Receiver {
    Exchange receive(HttpCall call);

    /** The client went away before the whole answer was written. */
    void abandoned(ReceivedRequest request);

    int connectionOpened();

    void connectionClosed();

    /** How long a connection may be idle before it is closed, or null for ever. */
    @Nullable Duration idleTimeout();

    /** Stops listening, as the fault that refuses connections asks. */
    void stopListening();
  }
}
