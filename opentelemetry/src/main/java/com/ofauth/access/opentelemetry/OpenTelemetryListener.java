package com.ofauth.access.opentelemetry;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.WaitReason;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Traces of a client: {@code OfAuthClient.builder().listener(new
 * OpenTelemetryListener(openTelemetry))}. Each call has one span of kind client, named by the
 * operation, for example {@code listChats}. It is a child of the span that is current on the
 * calling thread. It has an event for each wait, retry and exception, and ends with the call, after
 * all retries. Thread-safe.
 */
public final class OpenTelemetryListener implements OfAuthListener {
  private final Tracer tracer;
  private final Map<CallInfo, Span> spans = new ConcurrentHashMap<>();

  /**
   * Creates a listener.
   *
   * @param openTelemetry receives the spans, of the tracer {@code com.ofauth.access}
   */
  public OpenTelemetryListener(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("com.ofauth.access");
  }

  @Override
  public void onRequest(CallInfo call) {
    Span span =
        tracer
            .spanBuilder(call.operationId())
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("http.request.method", call.method())
            .setAttribute("url.path", call.path())
            .setAttribute("ofauth.connection_id", call.connectionId())
            .startSpan();
    spans.put(call, span);
  }

  @Override
  public void onWait(CallInfo call, WaitReason reason, Duration wait) {
    spanOf(call)
        .addEvent(
            "wait",
            Attributes.builder()
                .put("reason", reason.name())
                .put("milliseconds", wait.toMillis())
                .build());
  }

  @Override
  public void onRetry(CallInfo call, int nextAttempt, OfAuthException failure) {
    spanOf(call).recordException(failure).addEvent("retry");
  }

  @Override
  public void onEnd(CallInfo call, CallOutcome outcome) {
    Span span = spanOf(call);
    spans.remove(call);
    outcome.failure().ifPresent(e -> span.setAttribute("error.type", e.getClass().getName()));
    span.setAttribute("http.response.status_code", outcome.status());
    span.setAttribute("http.request.resend_count", Math.max(0, outcome.attempt() - 1));
    outcome.failure().ifPresent(e -> span.recordException(e).setStatus(StatusCode.ERROR));
    span.end();
  }

  private Span spanOf(CallInfo call) {
    return spans.getOrDefault(call, Span.getInvalid());
  }
}
