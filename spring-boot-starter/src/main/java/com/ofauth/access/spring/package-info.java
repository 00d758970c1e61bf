/** A client of the OFAuth Access API as a bean of Spring Boot. */
@NullMarked
package com.ofauth.access.spring;

import org.jspecify.annotations.NullMarked;
