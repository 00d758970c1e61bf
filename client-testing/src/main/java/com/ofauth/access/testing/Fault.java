package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.exchange.ReplyEffect;

/**
 * One fault of a response. {@link WireFault} has the faults of the connection, {@link AnswerFault}
 * replaces responses, {@link PageFault} changes the content of pages. {@link Faults} schedules
 * faults. Immutable; one instance can serve any number of requests.
 *
 * <p>Faults combine: {@link WireFault} keeps the content of a response, {@link AnswerFault} and
 * {@link PageFault} keep its transport. If two faults contradict each other, the later one applies.
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
