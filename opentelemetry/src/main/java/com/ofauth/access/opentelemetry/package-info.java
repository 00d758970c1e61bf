/** Traces of the SDK, in OpenTelemetry. */
@NullMarked
package com.ofauth.access.opentelemetry;

import org.jspecify.annotations.NullMarked;
