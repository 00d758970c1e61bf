/** The rate limit of each connection. */
@NullMarked
package com.ofauth.access.internal.limits;

import org.jspecify.annotations.NullMarked;
