package com.ofauth.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to the OFAuth Access API failed. The message says what happened and to which request; it
 * never holds the API key.
 */
public class OfAuthException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** Text of the checkpoint: exceptions are serializable, checkpoints need not be. */
  private @Nullable String checkpoint;

  OfAuthException(String message, @Nullable Throwable cause, int status) {
    super(message, cause);
    this.status = status;
  }

  /**
   * {@return how far the walk over a list had come, or empty when no walk was under way} A walk
   * that resumes from it gives what the interrupted one had not given.
   */
  public final Optional<Checkpoint> checkpoint() {
    return Optional.ofNullable(checkpoint).map(Checkpoint::parse);
  }

  /** Notes how far the walk had come, unless that was noted nearer to the failure. */
  final void attachCheckpoint(Checkpoint reached) {
    if (checkpoint == null) {
      checkpoint = reached.toString();
    }
  }

  /** {@return the HTTP status of the response, or 0 when none came} */
  public int status() {
    return status;
  }
}
