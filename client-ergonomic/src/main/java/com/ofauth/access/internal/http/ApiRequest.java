package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.CallInfo;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.limits.TokenRequest;
import com.ofauth.access.internal.util.Deadline;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A call as it passes through the layers.
 *
 * @param deadline set by {@link DeadlineLayer}, null above it
 * @param keepsBody whether the response keeps its body as it came
 * @param attempt how often the request was sent, the running attempt included; counted by {@link
 *     RetryLayer}
 */
public record ApiRequest<R>(
    CallInfo call,
    Request http,
    BodyDecoder<R> decoder,
    boolean keepsBody,
    @Nullable Deadline deadline,
    int attempt) {

  public ApiRequest(
      String operationId,
      String connectionId,
      Request http,
      BodyDecoder<R> decoder,
      boolean keepsBody) {
    this(
        bridge().call(operationId, connectionId, http.method(), http.url().encodedPath()),
        http,
        decoder,
        keepsBody,
        null,
        0);
  }

  ApiRequest<R> within(Deadline deadline, Timeouts timeouts) {
    Request tagged = http.newBuilder().tag(Timeouts.class, timeouts).build();
    return new ApiRequest<>(call, tagged, decoder, keepsBody, deadline, attempt);
  }

  ApiRequest<R> attempt(int attempt) {
    return new ApiRequest<>(call, http, decoder, keepsBody, deadline, attempt);
  }

  /** The deadline, in the layers below the one that sets it. */
  Deadline requireDeadline() {
    if (deadline == null) {
      throw new IllegalStateException("the deadline is set by the outermost layer");
    }
    return deadline;
  }

  TokenRequest tokenRequest() {
    return new TokenRequest(call, attempt, requireDeadline());
  }

  /** A failure of this request. What: what happened and what to do, without a full stop. */
  FailureDetails failure(String what) {
    return FailureDetails.of(call, attempt, what);
  }

  @Override
  public String toString() {
    return call.toString();
  }
}
