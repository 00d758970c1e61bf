package com.ofauth.access.contract;

import com.ofauth.access.build.spec.SpecDocument;

/** The OpenAPI document, to be asked. */
final class Spec {
  static final SpecDocument ACCESS = SpecDocument.onClassPath();

  private Spec() {}
}
