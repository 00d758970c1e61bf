/**
 * What the public types and the other rooms share: the bridge to what is not public, and the facts
 * of a failure.
 */
@NullMarked
package com.ofauth.access.internal.api;

import org.jspecify.annotations.NullMarked;
