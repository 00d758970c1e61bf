@NullMarked
package com.ofauth.access.awkward.model;

import org.jspecify.annotations.NullMarked;
