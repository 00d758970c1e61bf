package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The service reported success, but its body cannot be read: it is not JSON, or has no list of
 * items; in {@link com.ofauth.access.decoding.ValidationMode#STRICT}, also if any value is not as
 * the API describes it. The message contains the JSON path if there is one. Not retried, since a
 * retry returns the same body. A body that ends too early is retried, and fails as {@link
 * TransportException}.
 */
public final class MalformedResponseException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the body. */
  public enum Defect {
    /** It is not JSON: for example a web page, an empty body, or JSON with broken syntax. */
    NOT_JSON,
    /** It is JSON, but its list is missing or not an array; in strict mode, any deviation. */
    CONTRACT_BROKEN,
    /** It is larger than 8 MiB, unpacked, and was not read to its end. */
    TOO_LARGE
  }

  private final Defect defect;

  MalformedResponseException(FailureDetails failure, Defect defect) {
    super(failure);
    this.defect = defect;
  }

  /** {@return the kind of defect} */
  public Defect defect() {
    return defect;
  }
}
