package com.ofauth.access.testing;

import java.time.Instant;

/**
 * A request as the provider remembers it: without secrets, with the status that it was answered
 * with. Safe for use by several threads.
 */
final class ReceivedRequest {
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
  ReceivedRequest(int number, Instant receivedAt, HttpCall call) {
    this.number = number;
    this.receivedAt = receivedAt;
    this.call = call;
  }

  int number() {
    return number;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  HttpCall call() {
    return call;
  }

  /** The status of the answer, or 0 while there is none. */
  int status() {
    return status;
  }

  void answeredWith(Reply reply) {
    if (reply.delivery().start() == ResponseDelivery.Start.ANSWER) {
      status = reply.status();
    }
  }
}
