/** Requests, answers, and how answers travel: what the server and the service exchange. */
@NullMarked
package com.ofauth.access.testing.internal.exchange;

import org.jspecify.annotations.NullMarked;
