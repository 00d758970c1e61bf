/**
 * The OFAuth Access SDK: typed queries, pagination, retries, rate limits and errors over the
 * generated client.
 *
 * <p>Start at {@link com.ofauth.access.OfAuthClient}.
 */
@NullMarked
package com.ofauth.access;

import org.jspecify.annotations.NullMarked;
