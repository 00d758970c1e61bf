/** The code generator of this build: OpenAPI Generator's Java client, and what it lacks. */
@NullMarked
package com.ofauth.access.codegen;

import org.jspecify.annotations.NullMarked;
