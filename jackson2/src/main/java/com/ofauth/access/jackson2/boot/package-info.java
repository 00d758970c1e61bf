/** What Spring Boot 3 finds by itself. Not exported. */
@NullMarked
package com.ofauth.access.jackson2.boot;

import org.jspecify.annotations.NullMarked;
