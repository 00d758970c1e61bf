/**
 * The one model of an OpenAPI document: its YAML nodes with their lines, and what they mean
 * together.
 */
@NullMarked
package com.ofauth.access.build.spec;

import org.jspecify.annotations.NullMarked;
