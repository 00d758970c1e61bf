/** The HTTP server: listens, reads requests and writes answers, on HTTP/1.1 and HTTP/2. */
@NullMarked
package com.ofauth.access.testing.internal.server;

import org.jspecify.annotations.NullMarked;
