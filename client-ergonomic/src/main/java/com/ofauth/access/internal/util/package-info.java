/** Argument checks, wording, time and threads: what every room uses. */
@NullMarked
package com.ofauth.access.internal.util;

import org.jspecify.annotations.NullMarked;
