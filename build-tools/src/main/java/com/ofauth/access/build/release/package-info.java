/** The steps of a release that a program does: the version, and the baseline. */
@NullMarked
package com.ofauth.access.build.release;

import org.jspecify.annotations.NullMarked;
