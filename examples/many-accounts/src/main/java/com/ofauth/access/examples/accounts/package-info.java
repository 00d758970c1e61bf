/** Many accounts on many machines: see {@code docs/many-machines.md}. */
@NullMarked
package com.ofauth.access.examples.accounts;

import org.jspecify.annotations.NullMarked;
