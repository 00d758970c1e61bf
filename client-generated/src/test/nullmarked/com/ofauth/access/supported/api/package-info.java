@NullMarked
package com.ofauth.access.supported.api;

import org.jspecify.annotations.NullMarked;
