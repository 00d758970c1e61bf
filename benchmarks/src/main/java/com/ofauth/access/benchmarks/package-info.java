/** The SDK beside what people would use instead. */
@NullMarked
package com.ofauth.access.benchmarks;

import org.jspecify.annotations.NullMarked;
