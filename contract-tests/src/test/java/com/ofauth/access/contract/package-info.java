/** The contract between the SDK and the OFAuth Access API, and the proof that it holds. */
@NullMarked
package com.ofauth.access.contract;

import org.jspecify.annotations.NullMarked;
