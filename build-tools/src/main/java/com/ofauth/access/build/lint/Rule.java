package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.SpecDocument;

/** A family of rules about one part of the document. */
@FunctionalInterface
interface Rule {

  void check(SpecDocument spec, Findings findings);
}
