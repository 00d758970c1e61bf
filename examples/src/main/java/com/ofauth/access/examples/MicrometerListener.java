package com.ofauth.access.examples;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.WaitReason;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/**
 * Metrics of the SDK for Micrometer: {@code OfAuthClient.builder().listener(new
 * MicrometerListener(registry))}. No tag has the connection id: thousands of connections would make
 * thousands of time series.
 */
public final class MicrometerListener implements OfAuthListener {
  private final MeterRegistry registry;

  public MicrometerListener(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void onWait(CallInfo call, WaitReason reason, Duration wait) {
    registry
        .timer("ofauth.waits", "operation", call.operationId(), "reason", lower(reason.name()))
        .record(wait);
  }

  @Override
  public void onRetry(CallInfo call, int nextAttempt, OfAuthException failure) {
    registry
        .counter("ofauth.retries", "operation", call.operationId(), "cause", nameOf(failure))
        .increment();
  }

  @Override
  public void onPage(CallInfo call, long offset, int items, boolean hasMore) {
    registry.summary("ofauth.page.items", "operation", call.operationId()).record(items);
  }

  @Override
  public void onEnd(CallInfo call, CallOutcome outcome) {
    String result = outcome.failure().map(MicrometerListener::nameOf).orElse("success");
    registry
        .timer("ofauth.calls", "operation", call.operationId(), "outcome", result)
        .record(outcome.duration());
  }

  private static String nameOf(OfAuthException failure) {
    return failure.getClass().getSimpleName();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
