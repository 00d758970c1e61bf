package com.ofauth.access.testing.internal.exchange;

import java.time.Instant;

/**
 * A request as the provider remembers it: without secrets, with the status that it was answered
 * with. Safe for use by several threads.
 */
public final class ReceivedRequest {
  private static final int UNDECIDED = 0;

  private final int number;
  private final Instant receivedAt;
  private final HttpCall call;
  private volatile int status = UNDECIDED;

  /**
   * A request that has no answer yet.
   *
   * @param number counted from 1
   * @param receivedAt the time of arrival by the provider's clock
   * @param call the request with all secrets replaced
   */
  public ReceivedRequest(int number, Instant receivedAt, HttpCall call) {
    this.number = number;
    this.receivedAt = receivedAt;
    this.call = call;
  }

  public int number() {
    return number;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public HttpCall call() {
    return call;
  }

  /** The status of the answer, or 0 while there is none. */
  public int status() {
    return status;
  }

  public void answeredWith(Reply reply) {
    if (reply.delivery().start() == ResponseDelivery.Start.ANSWER) {
      status = reply.status();
    }
  }
}
