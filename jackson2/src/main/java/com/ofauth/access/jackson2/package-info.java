/** The models of OFAuth Access in Jackson 2. */
@NullMarked
package com.ofauth.access.jackson2;

import org.jspecify.annotations.NullMarked;
