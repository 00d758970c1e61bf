/**
 * An in-process HTTP provider on loopback that behaves like the OFAuth Access API, and sends faults
 * on request. {@link com.ofauth.access.testing.OfAuthTestProvider} is the entry point; {@link
 * com.ofauth.access.testing.OfAuthTestExtension} is the same for JUnit Jupiter.
 */
@NullMarked
package com.ofauth.access.testing;

import org.jspecify.annotations.NullMarked;
