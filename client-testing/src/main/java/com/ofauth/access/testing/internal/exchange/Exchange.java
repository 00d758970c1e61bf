package com.ofauth.access.testing.internal.exchange;

/** A request that has its answer, which is still to be sent. */
public record Exchange(ReceivedRequest request, Reply reply) {

  /** Takes each request as it arrives, on the event loop, in order. */
  public interface Receiver {
    Exchange receive(HttpCall call);

    /** The client went away before the whole answer was written. */
    void abandoned(ReceivedRequest request);

    int connectionOpened();

    void connectionClosed();

    /** Stops listening, as the fault that refuses connections asks. */
    void stopListening();
  }
}
