package com.ofauth.access.internal.http;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.WaitReason;
import com.ofauth.access.internal.json.PrintableText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs calls at debug level. It shows only response headers that hold nothing private, and no
 * header and no query of the request.
 */
public final class LogListener implements OfAuthListener {
  private static final Set<String> SHOWN_HEADERS =
      Set.of(
          "content-length",
          "content-type",
          "date",
          "retry-after",
          "x-ratelimit-limit",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "x-request-id");

  private final Logger log;

  public LogListener() {
    // The package's name: one logger to switch on, whatever class comes to write.
    this.log = LoggerFactory.getLogger("com.ofauth.access");
  }

  boolean isOn() {
    return log.isDebugEnabled();
  }

  @Override
  public void onAttempt(CallInfo call, CallOutcome outcome) {
    if (log.isDebugEnabled()) {
      log.debug(
          "{}: attempt {} ended with {} after {} ms {}",
          call,
          outcome.attempt(),
          outcome.status() == 0 ? "no answer" : "status " + outcome.status(),
          outcome.duration().toMillis(),
          shown(outcome.headers()));
    }
  }

  @Override
  public void onWait(CallInfo call, WaitReason reason, Duration wait) {
    log.debug("{}: waits {} ms ({})", call, wait.toMillis(), reason);
  }

  @Override
  public void onRetry(CallInfo call, int nextAttempt, OfAuthException failure) {
    log.debug("{}: attempt {} follows, since: {}", call, nextAttempt, failure.getMessage());
  }

  @Override
  public void onPage(CallInfo call, long offset, int items, boolean hasMore) {
    log.debug("{}: page at offset {}, {} items, more: {}", call, offset, items, hasMore);
  }

  @Override
  public void onEnd(CallInfo call, CallOutcome outcome) {
    outcome.failure().ifPresent(failure -> log.debug("{}: failed: {}", call, failure.getMessage()));
  }

  private static Map<String, List<String>> shown(Map<String, List<String>> headers) {
    Map<String, List<String>> shown = new TreeMap<>(headers);
    shown.keySet().retainAll(SHOWN_HEADERS);
    shown.replaceAll((name, values) -> values.stream().map(PrintableText::of).toList());
    return shown;
  }
}
