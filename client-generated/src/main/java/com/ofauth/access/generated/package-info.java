/** The Retrofit interfaces, generated from the OpenAPI document. */
@NullMarked
package com.ofauth.access.generated;

import org.jspecify.annotations.NullMarked;
