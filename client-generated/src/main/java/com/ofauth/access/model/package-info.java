/** The wire models, generated from the OpenAPI document. */
@NullMarked
package com.ofauth.access.model;

import org.jspecify.annotations.NullMarked;
