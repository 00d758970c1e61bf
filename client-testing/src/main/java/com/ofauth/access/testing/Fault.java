package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.exchange.ReplyEffect;

/**
 * One way to misbehave. {@link WireFault} has the faults of the connection, {@link AnswerFault}
 * those that answer something else, {@link PageFault} those in the content of pages; {@link Faults}
 * says when they apply. Immutable and reusable for any number of requests.
 *
 * <p>Faults combine: a fault in how an answer travels keeps what the answer says, and the reverse.
 * Of two that contradict each other the later one applies.
 *
 * <p>The request is handled before its fault applies: it is recorded and costs a token, as if the
 * fault lay between the service and the client.
 */
public final class Fault {
  private final String name;
  private final ReplyEffect effect;

  private Fault(String name, ReplyEffect effect) {
    this.name = name;
    this.effect = effect;
  }

  static Fault of(String name, ReplyEffect effect) {
    return new Fault(name, effect);
  }

  ReplyEffect effect() {
    return effect;
  }

  @Override
  public String toString() {
    return "Fault[" + name + "]";
  }
}
