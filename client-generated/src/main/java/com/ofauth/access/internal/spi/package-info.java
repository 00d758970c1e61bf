/** What the SDK and the artifact for tests know of each other. Not exported to users. */
@NullMarked
package com.ofauth.access.internal.spi;

import org.jspecify.annotations.NullMarked;
