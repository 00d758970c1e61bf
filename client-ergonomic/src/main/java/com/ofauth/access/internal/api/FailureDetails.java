package com.ofauth.access.internal.api;

import com.ofauth.access.CallInfo;
import com.ofauth.access.internal.json.PrintableText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The details of a failed call, collected where it failed. An exception adds the meaning.
 * Serializable, as every exception.
 */
public final class FailureDetails implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MAX_SERVICE_TEXT = 300;

  /** Whether the request can be retried. */
  public enum Retry {
    /** The retry would fail too, or the service may act twice. */
    NEVER,
    /** The service may have processed the request: only idempotent requests. */
    IF_IDEMPOTENT,
    /** The service has not processed the request. */
    ALWAYS
  }

  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE");

  private final String what;
  private final @Nullable String request;
  private final int attempt;
  private final boolean isIdempotent;
  private Retry retry = Retry.NEVER;
  private int status;
  private @Nullable String type;
  private @Nullable String serviceText;
  private @Nullable String requestId;
  private @Nullable String actionRequired;
  private String bodyExcerpt = "";
  private @Nullable String note;
  private boolean isLasting;

  /** Text of the checkpoint: exceptions are serializable, checkpoints need not be. */
  private @Nullable String checkpoint;

  // Names and values in turn: an array, since a Headers object can't be serialized.
  private String[] headers = {};
  private transient @Nullable Throwable cause;
  private transient Headers rawHeaders = Headers.of();

  private FailureDetails(String what, @Nullable String request, int attempt, boolean isIdempotent) {
    this.what = what;
    this.request = request;
    this.attempt = attempt;
    this.isIdempotent = isIdempotent;
  }

  /** A failure of a call. What: what happened and what to do, without a full stop. */
  public static FailureDetails of(CallInfo call, int attempt, String what) {
    return new FailureDetails(what, call.toString(), attempt, IDEMPOTENT.contains(call.method()));
  }

  /** A failure that belongs to no single request. */
  public static FailureDetails of(String what) {
    return new FailureDetails(what, null, 0, true);
  }

  public FailureDetails because(Throwable cause) {
    this.cause = cause;
    return this;
  }

  /** Says whether the request can be retried; of one that is not idempotent only what is sure. */
  public FailureDetails retry(Retry retry) {
    this.retry = retry == Retry.IF_IDEMPOTENT && !isIdempotent ? Retry.NEVER : retry;
    return this;
  }

  public FailureDetails response(int status, Headers headers, String bodyExcerpt) {
    this.status = status;
    this.bodyExcerpt = bodyExcerpt;
    String id = headers.get("X-Request-Id");
    this.requestId = id == null ? null : PrintableText.of(id, MAX_SERVICE_TEXT);
    List<String> flat = new ArrayList<>();
    headers.forEach(header -> flat.addAll(List.of(header.getFirst(), header.getSecond())));
    this.headers = flat.toArray(String[]::new);
    this.rawHeaders = headers;
    return this;
  }

  public FailureDetails says(ErrorBody body) {
    this.type = body.type();
    this.serviceText = body.text();
    this.actionRequired = body.actionRequired();
    this.requestId = body.requestId() != null ? body.requestId() : requestId;
    return this;
  }

  /** Says that the same will fail again until the list has changed: a watch ends. */
  public FailureDetails lasting() {
    isLasting = true;
    return this;
  }

  /** Adds to the message why nothing more was tried. */
  public void note(String why) {
    note = why;
  }

  /** Keeps how far the walk had come, unless that was kept nearer to the failure. */
  public void attachCheckpoint(String reached) {
    if (checkpoint == null) {
      checkpoint = reached;
    }
  }

  /** Keeps another checkpoint: nothing of what the walk had read was handed on. */
  public void replaceCheckpoint(@Nullable String start) {
    checkpoint = start;
  }

  public @Nullable String checkpoint() {
    return checkpoint;
  }

  /** What happened, without the request and the response. */
  public String what() {
    return what;
  }

  public boolean isLasting() {
    return isLasting;
  }

  public boolean isRetryable() {
    return retry != Retry.NEVER;
  }

  public int status() {
    return status;
  }

  public @Nullable String type() {
    return type;
  }

  public @Nullable String requestId() {
    return requestId;
  }

  public @Nullable String actionRequired() {
    return actionRequired;
  }

  public String bodyExcerpt() {
    return bodyExcerpt;
  }

  public int attempt() {
    return attempt;
  }

  public @Nullable Throwable cause() {
    return cause;
  }

  /** For the layers of the stack. */
  public Headers rawHeaders() {
    return rawHeaders;
  }

  public Map<String, List<String>> headers() {
    Map<String, List<String>> map = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.computeIfAbsent(headers[i].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(headers[i + 1]);
    }
    map.replaceAll((name, values) -> List.copyOf(values));
    return map;
  }

  /** The failure, the request, the message of the service. */
  public String message() {
    StringBuilder message = new StringBuilder(what);
    if (request != null) {
      message.append(" [").append(request);
      if (status != 0) {
        message.append(": status ").append(status);
      }
      if (type != null) {
        message.append(", ").append(PrintableText.of(type, MAX_SERVICE_TEXT));
      }
      if (requestId != null) {
        message.append(", request id ").append(PrintableText.of(requestId, MAX_SERVICE_TEXT));
      }
      if (attempt > 0) {
        message.append(", attempt ").append(attempt);
      }
      message.append(']');
    }
    if (serviceText != null) {
      message.append(": \"").append(PrintableText.of(serviceText, MAX_SERVICE_TEXT)).append('"');
    }
    if (note != null) {
      message.append("; ").append(note);
    }
    return message.toString();
  }
}
