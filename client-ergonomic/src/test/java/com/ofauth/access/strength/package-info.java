/** Whether the tests see faults of the SDK: faults are put in, and each has to fail a test. */
@NullMarked
package com.ofauth.access.strength;

import org.jspecify.annotations.NullMarked;
