package com.ofauth.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The result of an attempt or of a whole call. Immutable and thread-safe. */
public final class CallOutcome {
  private final int attempt;
  private final int status;
  private final Duration duration;
  private final Headers headers;
  private final @Nullable OfAuthException failure;

  private CallOutcome(
      int attempt, int status, long nanos, Headers headers, @Nullable OfAuthException failure) {
    this.attempt = attempt;
    this.status = status;
    this.duration = Duration.ofNanos(nanos);
    this.headers = headers;
    this.failure = failure;
  }

  static CallOutcome success(int attempt, int status, Headers headers, long nanos) {
    return new CallOutcome(attempt, status, nanos, headers, /* failure= */ null);
  }

  static CallOutcome failure(OfAuthException failure, long nanos) {
    return new CallOutcome(failure.attempts(), failure.status(), nanos, Headers.of(), failure);
  }

  /** {@return the number of the last attempt, starting at 1; 0 if nothing was sent} */
  public int attempt() {
    return attempt;
  }

  /** {@return the HTTP status, or 0 if there was no response} */
  public int status() {
    return status;
  }

  /** {@return the duration; for a whole call, including all waits and attempts} */
  public Duration duration() {
    return duration;
  }

  /**
   * {@return the headers of the response, names in lower case; unmodifiable, empty without a
   * response}
   */
  public Map<String, List<String>> headers() {
    return failure == null ? headers.toMultimap() : failure.headers();
  }

  /** {@return the failure; empty on success} */
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
