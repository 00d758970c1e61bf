/**
 * Programs to read and to run. {@link com.ofauth.access.examples.ListMessaging} is the one to begin
 * with.
 */
@NullMarked
package com.ofauth.access.examples;

import org.jspecify.annotations.NullMarked;
