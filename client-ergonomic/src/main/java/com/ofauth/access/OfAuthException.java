package com.ofauth.access;

import com.ofauth.access.internal.api.ApiBridge;
import com.ofauth.access.internal.api.FailureDetails;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call to the OFAuth Access API failed. The message contains the failure, the request and what to
 * do; it never contains the API key. The subclasses distinguish failures by their meaning for the
 * caller, independent of status and wording of the response.
 *
 * <p>Only this SDK creates instances.
 */
public class OfAuthException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static {
    ApiBridge.install(new PublicTypes());
  }

  private final FailureDetails failure;

  OfAuthException(FailureDetails failure) {
    super(failure.message(), failure.cause());
    this.failure = failure;
  }

  /** {@return the failure, the request, the message of the service, and what to do} */
  @Override
  public final String getMessage() {
    return failure.message();
  }

  /** {@return the HTTP status of the response, or 0 without a response} */
  public final int status() {
    return failure.status();
  }

  /**
   * {@return the type (older answers: the code) that the service gave the error, for example {@code
   * SESSION_EXPIRED}; unchanged, so that it can be unknown to this SDK}
   */
  public final Optional<String> errorType() {
    return Optional.ofNullable(failure.type());
  }

  /** {@return the request id of the service; include it in requests for support} */
  public final Optional<String> requestId() {
    return Optional.ofNullable(failure.requestId());
  }

  /** {@return the action that the service requires, for example {@code refresh_session}} */
  public final Optional<String> actionRequired() {
    return Optional.ofNullable(failure.actionRequired());
  }

  /** {@return the headers of the response, names in lower case; unmodifiable, empty without one} */
  public final Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(failure.headers());
  }

  /**
   * {@return the first 8 KiB of the response body as text, without the API key; empty without a
   * body}
   */
  public final String bodyExcerpt() {
    return failure.bodyExcerpt();
  }

  /** {@return how many times the request was sent; 0 if it was not sent} */
  public final int attempts() {
    return failure.attempt();
  }

  /**
   * {@return whether the same call can succeed later without a change on your side; the SDK has
   * already made the retries that its policy permits} Always false for a request that is not
   * idempotent and that the service may have acted on.
   */
  public final boolean isRetryable() {
    return failure.isRetryable();
  }

  /**
   * {@return the state of the walk over a list, or empty outside of a walk} A walk that resumes
   * from it returns the items that the failed walk has not returned.
   */
  public final Optional<Checkpoint> checkpoint() {
    return Optional.ofNullable(failure.checkpoint()).map(Checkpoint::parse);
  }

  final FailureDetails failure() {
    return failure;
  }
}
