/** The proof that the pacts catch whatever breaks the spec, and nothing else. */
@NullMarked
package com.ofauth.access.contract.strength;

import org.jspecify.annotations.NullMarked;
