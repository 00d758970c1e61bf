package com.ofauth.access.testing;

import java.time.Instant;

/**
 * One way to misbehave: {@link WireFault} has those of the connection, {@link AnswerFault} other
 * answers than the service's own, {@link PageFault} those in the content of pages; {@link Faults}
 * says when. Immutable, to be used for as many requests as one likes.
 *
 * <p>Faults combine: one that changes how an answer travels keeps what it says, and the other way
 * round. Of two that contradict each other the later one holds.
 *
 * <p>A request has been handled before its fault comes: it is recorded and has cost a token, as if
 * the trouble lay between the service and the client.
 */
public final class Fault {
  private final String name;
  private final Effect effect;

  /** What a fault does to an answer. */
  interface Effect {
    Reply apply(Reply reply, Context context);
  }

  /**
   * What a fault may need to know.
   *
   * @param request the request that is answered
   * @param dialect how the provider words errors
   * @param requestId the id that an error of the current dialect names
   * @param serverTime the time that the answer's {@code Date} shows
   */
  record Context(
      RecordedRequest request, ErrorDialect dialect, String requestId, Instant serverTime) {}

  private Fault(String name, Effect effect) {
    this.name = name;
    this.effect = effect;
  }

  static Fault of(String name, Effect effect) {
    return new Fault(name, effect);
  }

  Reply apply(Reply reply, Context context) {
    return effect.apply(reply, context);
  }

  @Override
  public String toString() {
    return "Fault[" + name + "]";
  }
}
