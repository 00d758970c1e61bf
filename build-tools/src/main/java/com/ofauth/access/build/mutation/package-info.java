/** Judges a run of PIT, which mutates the SDK: which mutants may survive. */
@NullMarked
package com.ofauth.access.build.mutation;

import org.jspecify.annotations.NullMarked;
