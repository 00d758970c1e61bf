package com.ofauth.access;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way down the stack.
 *
 * @param deadline set by {@link DeadlineStage}, null above it
 * @param attempt how often the request was sent, the running attempt included; counted by {@link
 *     RetryStage}
 */
record ApiRequest<R>(
    CallInfo call, Request http, BodyDecoder<R> decoder, @Nullable Deadline deadline, int attempt) {

  ApiRequest(String operationId, String connectionId, Request http, BodyDecoder<R> decoder) {
    this(new CallInfo(operationId, connectionId, http), http, decoder, null, 0);
  }

  ApiRequest<R> within(Deadline deadline, Timeouts timeouts) {
    Request tagged = http.newBuilder().tag(Timeouts.class, timeouts).build();
    return new ApiRequest<>(call, tagged, decoder, deadline, attempt);
  }

  ApiRequest<R> attempt(int attempt) {
    return new ApiRequest<>(call, http, decoder, deadline, attempt);
  }

  /** The deadline, in the layers below the one that sets it. */
  Deadline requireDeadline() {
    if (deadline == null) {
      throw new IllegalStateException("the deadline is set by the outermost layer");
    }
    return deadline;
  }

  @Override
  public String toString() {
    return call.toString();
  }
}
