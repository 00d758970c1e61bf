@NullMarked
package com.ofauth.access.golden.model;

import org.jspecify.annotations.NullMarked;
