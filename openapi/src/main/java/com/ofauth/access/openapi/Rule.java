package com.ofauth.access.openapi;

/** A family of rules about one part of the document. */
@FunctionalInterface
interface Rule {

  void check(SpecDocument spec, Findings findings);
}
