/** One call: the ordered stack of layers, and OkHttp below it. */
@NullMarked
package com.ofauth.access.internal.http;

import org.jspecify.annotations.NullMarked;
