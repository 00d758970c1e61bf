/** Programs to read and to run. Start with {@link com.ofauth.access.examples.ListMessaging}. */
@NullMarked
package com.ofauth.access.examples;

import org.jspecify.annotations.NullMarked;
