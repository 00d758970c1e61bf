/** The shapes in which a list can be read. */
@NullMarked
package com.ofauth.access.internal.reading;

import org.jspecify.annotations.NullMarked;
