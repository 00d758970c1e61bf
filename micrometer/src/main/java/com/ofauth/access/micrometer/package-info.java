/** Metrics of the SDK, in Micrometer. */
@NullMarked
package com.ofauth.access.micrometer;

import org.jspecify.annotations.NullMarked;
