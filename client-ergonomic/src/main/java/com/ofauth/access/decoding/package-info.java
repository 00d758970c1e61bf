/** How strictly responses are read, and what could not be read. */
@NullMarked
package com.ofauth.access.decoding;

import org.jspecify.annotations.NullMarked;
