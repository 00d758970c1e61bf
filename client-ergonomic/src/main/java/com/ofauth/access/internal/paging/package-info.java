/** Walks over lists, page by page, and the facts of each endpoint. */
@NullMarked
package com.ofauth.access.internal.paging;

import org.jspecify.annotations.NullMarked;
