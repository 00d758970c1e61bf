/**
 * The operations of the API as Retrofit interfaces, one per tag, generated from the OpenAPI
 * document.
 *
 * <p>They are the wire layer of the SDK: parameters are not validated, an enum is sent as any text.
 * A parameter that is null is left out.
 *
 * <p>An interface takes one argument for each parameter of its operation, so it changes with the
 * document; versions promise nothing about it.
 */
@NullMarked
package com.ofauth.access.internal.wire;

import org.jspecify.annotations.NullMarked;
