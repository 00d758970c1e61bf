package com.ofauth.access;

import com.ofauth.access.internal.api.FailureDetails;

/**
 * The service reported success, but its body cannot be read: it is no JSON at all, or JSON that
 * breaks the API's contract. The message names the JSON path where there is one. Not retried, since
 * the same body would come again; a body that merely ends too early is retried and shows as {@link
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

  /** {@return what is wrong with the body} */
  public Defect defect() {
    return defect;
  }
}
