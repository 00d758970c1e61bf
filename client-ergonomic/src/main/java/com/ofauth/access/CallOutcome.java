package com.ofauth.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an attempt, or a whole call, has ended. Immutable and thread-safe. */
public final class CallOutcome {
  private final int attempt;
  private final int status;
  private final Duration duration;
  private final Map<String, List<String>> headers;
  private final @Nullable OfAuthException failure;

  private CallOutcome(
      int attempt,
      int status,
      long nanos,
      Map<String, List<String>> headers,
      @Nullable OfAuthException failure) {
    this.attempt = attempt;
    this.status = status;
    this.duration = Duration.ofNanos(nanos);
    this.headers = headers;
    this.failure = failure;
  }

  static CallOutcome success(
      int attempt, int status, Map<String, List<String>> headers, long nanos) {
    return new CallOutcome(attempt, status, nanos, headers, /* failure= */ null);
  }

  static CallOutcome failure(OfAuthException failure, long nanos) {
    return new CallOutcome(failure.attempts(), failure.status(), nanos, failure.headers(), failure);
  }

  /** {@return the number of the last attempt, counted from 1; 0 when nothing was sent} */
  public int attempt() {
    return attempt;
  }

  /** {@return the HTTP status, or 0 when no answer came} */
  public int status() {
    return status;
  }

  /** {@return how long it took; for a whole call with all its waiting} */
  public Duration duration() {
    return duration;
  }

  /** {@return the headers of the answer, names in lower case; unmodifiable, empty without one} */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** {@return why it failed; empty when it went well} */
  public Optional<OfAuthException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public String toString() {
    return "CallOutcome{attempt="
        + attempt
        + ", status="
        + status
        + ", duration="
        + duration
        + (failure == null ? "}" : ", failure=" + failure.getClass().getSimpleName() + "}");
  }
}
