package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.internal.util.Timing;

/** The edge of the stack: refuses calls to a closed client, and reports begin and end of each. */
final class CallStage implements Stage {
  private final Lifecycle lifecycle;
  private final Events events;
  private final Timing timing;
  private final Stage next;

  CallStage(Lifecycle lifecycle, Events events, Timing timing, Stage next) {
    this.lifecycle = lifecycle;
    this.events = events;
    this.timing = timing;
    this.next = next;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    lifecycle.begin();
    try {
      return observed(request);
    } finally {
      lifecycle.end();
    }
  }

  @Override
  public OfAuthListener listener() {
    return events;
  }

  private <R> ApiResponse<R> observed(ApiRequest<R> request) {
    events.onRequest(request.call());
    long start = timing.nanoTime();
    try {
      ApiResponse<R> response = next.send(request);
      events.onEnd(request.call(), response.outcome(response.attempt(), timing.nanoTime() - start));
      return response;
    } catch (OfAuthException e) {
      events.onEnd(request.call(), bridge().failed(e, timing.nanoTime() - start));
      throw e;
    } catch (RuntimeException | Error e) {
      // Nothing that is foreseen; still, who hears of a beginning hears of an end.
      OfAuthException failure =
          bridge().transport(request.failure("The call failed unexpectedly").because(e));
      events.onEnd(request.call(), bridge().failed(failure, timing.nanoTime() - start));
      throw e;
    }
  }
}
