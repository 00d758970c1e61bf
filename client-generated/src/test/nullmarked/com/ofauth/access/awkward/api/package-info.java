@NullMarked
package com.ofauth.access.awkward.api;

import org.jspecify.annotations.NullMarked;
