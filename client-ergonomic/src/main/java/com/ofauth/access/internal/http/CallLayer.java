package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.internal.util.TimeSource;

/** The outermost layer. It refuses calls to a closed client and reports start and end of each. */
final class CallLayer implements Layer {
  private final Lifecycle lifecycle;
  private final CompositeListener events;
  private final TimeSource timeSource;
  private final Layer next;

  CallLayer(Lifecycle lifecycle, CompositeListener events, TimeSource timeSource, Layer next) {
    this.lifecycle = lifecycle;
    this.events = events;
    this.timeSource = timeSource;
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
    long start = timeSource.nanoTime();
    try {
      ApiResponse<R> response = next.send(request);
      events.onEnd(
          request.call(), response.outcome(response.attempt(), timeSource.nanoTime() - start));
      return response;
    } catch (OfAuthException e) {
      events.onEnd(request.call(), bridge().failed(e, timeSource.nanoTime() - start));
      throw e;
    } catch (RuntimeException | Error e) {
      // Not expected. Still, each reported start needs a reported end.
      OfAuthException failure =
          bridge().transport(request.failure("The call failed unexpectedly").because(e));
      events.onEnd(request.call(), bridge().failed(failure, timeSource.nanoTime() - start));
      throw e;
    }
  }
}
