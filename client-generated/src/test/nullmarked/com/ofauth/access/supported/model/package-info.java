@NullMarked
package com.ofauth.access.supported.model;

import org.jspecify.annotations.NullMarked;
