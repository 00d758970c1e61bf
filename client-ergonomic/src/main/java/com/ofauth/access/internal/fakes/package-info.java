/** What tests of users get from the SDK. */
@NullMarked
package com.ofauth.access.internal.fakes;

import org.jspecify.annotations.NullMarked;
