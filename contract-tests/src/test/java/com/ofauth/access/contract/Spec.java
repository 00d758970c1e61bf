package com.ofauth.access.contract;

import com.ofauth.access.build.spec.SpecDocument;

/** The OpenAPI document, to be asked. */
public final class Spec {
  public static final SpecDocument ACCESS = SpecDocument.onClassPath();

  private Spec() {}
}
