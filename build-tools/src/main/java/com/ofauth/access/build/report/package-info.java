/** Holds spec, Java API, version and changelog against the last release. Not published. */
@NullMarked
package com.ofauth.access.build.report;

import org.jspecify.annotations.NullMarked;
