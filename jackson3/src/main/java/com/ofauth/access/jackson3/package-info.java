/** The models of OFAuth Access in Jackson 3. */
@NullMarked
package com.ofauth.access.jackson3;

import org.jspecify.annotations.NullMarked;
