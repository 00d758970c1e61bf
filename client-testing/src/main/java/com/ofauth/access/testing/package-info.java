/**
 * An in-process HTTP provider on loopback that behaves, and on demand misbehaves, like the OFAuth
 * Access API. {@link com.ofauth.access.testing.OfAuthTestProvider} is the way in; {@link
 * com.ofauth.access.testing.OfAuthTestExtension} is the same for JUnit Jupiter.
 */
@NullMarked
package com.ofauth.access.testing;

import org.jspecify.annotations.NullMarked;
