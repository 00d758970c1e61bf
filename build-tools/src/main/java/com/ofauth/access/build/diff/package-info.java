/** Compares two versions of an OpenAPI document and classifies each change for the API's users. */
@NullMarked
package com.ofauth.access.build.diff;

import org.jspecify.annotations.NullMarked;
