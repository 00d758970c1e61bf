package com.ofauth.access;

import com.ofauth.access.internal.api.ApiBridge;
import com.ofauth.access.internal.api.FailureDetails;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call to the OFAuth Access API failed. The message says what happened, to which request, and
 * what to do; it never holds the API key. The subclasses tell failures apart by what they mean for
 * the caller, whatever status or words the service used.
 *
 * <p>Thread-safe as far as exceptions are. Only this SDK makes instances.
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

  /** {@return what happened, to which request, what the service said, and what to do} */
  @Override
  public final String getMessage() {
    return failure.message();
  }

  /** {@return the HTTP status of the response, or 0 when none came} */
  public final int status() {
    return failure.status();
  }

  /**
   * {@return the type (older answers: the code) that the service gave the error, for example {@code
   * SESSION_EXPIRED}; kept as it came, so it can be one that this SDK does not know}
   */
  public final Optional<String> errorType() {
    return Optional.ofNullable(failure.type());
  }

  /** {@return the service's id of the request; quote it when you ask OFAuth for help} */
  public final Optional<String> requestId() {
    return Optional.ofNullable(failure.requestId());
  }

  /** {@return what the service says has to be done, for example {@code refresh_session}} */
  public final Optional<String> actionRequired() {
    return Optional.ofNullable(failure.actionRequired());
  }

  /** {@return the headers of the response, names in lower case; unmodifiable, empty without one} */
  public final Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(failure.headers());
  }

  /**
   * {@return the first 8 KiB of the response's body as text, empty when there was none; what lies
   * beyond is not read}
   */
  public final String bodyExcerpt() {
    return failure.bodyExcerpt();
  }

  /** {@return how many times the request had been sent, 0 when it never was} */
  public final int attempts() {
    return failure.attempt();
  }

  /**
   * {@return whether the same call may go well at another time, without anything being changed by
   * you; this SDK has already retried it as often as it was allowed to}
   */
  public final boolean isRetryable() {
    return failure.retry() != FailureDetails.Retry.NEVER;
  }

  /**
   * {@return how far the walk over a list had come, or empty when no walk was under way} A walk
   * that resumes from it gives what the interrupted one had not given.
   */
  public final Optional<Checkpoint> checkpoint() {
    return Optional.ofNullable(failure.checkpoint()).map(Checkpoint::parse);
  }

  final FailureDetails failure() {
    return failure;
  }
}
