package com.ofauth.access.micrometer;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.WaitReason;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.model.Deviation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Metrics of a client: {@code OfAuthClient.builder().listener(new MicrometerListener(registry))}.
 * Each meter has the tag {@code operation}, for example {@code listChats}.
 *
 * <ul>
 *   <li>{@code ofauth.calls}, a timer: calls with all waits and retries. Tag {@code outcome}:
 *       {@code success}, or the simple name of the exception
 *   <li>{@code ofauth.retries}, a counter. Tag {@code cause}: the simple name of the exception
 *   <li>{@code ofauth.waits}, a timer. Tag {@code reason}: {@code rate_limit}, {@code retry}
 *   <li>{@code ofauth.page.items}, a summary: items on a page
 *   <li>{@code ofauth.deviations} and {@code ofauth.undecodable.items}, counters: what did not come
 *       as the API describes it
 * </ul>
 *
 * <p>No tag has the connection id: thousands of connections would make thousands of time series.
 * Thread-safe.
 */
public final class MicrometerListener implements OfAuthListener {
  private final MeterRegistry registry;

  /**
   * Creates a listener.
   *
   * @param registry receives the metrics
   */
  public MicrometerListener(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  @Override
  public void onWait(CallInfo call, WaitReason reason, Duration wait) {
    String name = reason.name().toLowerCase(Locale.ROOT);
    registry.timer("ofauth.waits", "operation", call.operationId(), "reason", name).record(wait);
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
  public void onDeviation(CallInfo call, Deviation deviation) {
    registry.counter("ofauth.deviations", "operation", call.operationId()).increment();
  }

  @Override
  public void onUndecodableItem(CallInfo call, UndecodableItem item) {
    registry.counter("ofauth.undecodable.items", "operation", call.operationId()).increment();
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
}
