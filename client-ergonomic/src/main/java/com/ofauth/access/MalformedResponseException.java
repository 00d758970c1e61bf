package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The service reported success, but its body cannot be read: it is not JSON, or JSON that violates
 * the contract of the API. The message contains the JSON path if there is one. Not retried, since a
 * retry returns the same body. A body that ends too early is retried, and fails as {@link
 * TransportException}.
 */
public final class MalformedResponseException extends OfAuthException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the body. */
  public enum Defect {
    /** It is not JSON: for example a web page, an empty body, or JSON with broken syntax. */
    NOT_JSON,
    /** It is JSON, but a required property is missing or a value has a wrong type. */
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
