@NullMarked
package com.ofauth.access.golden.api;

import org.jspecify.annotations.NullMarked;
