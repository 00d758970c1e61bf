/**
 * Verifies that a provider keeps the contract of the OFAuth Access API: {@link
 * com.ofauth.access.contract.kit.ContractVerification} from Java, {@link
 * com.ofauth.access.contract.kit.OfAuthContractTest} from JUnit, and the runnable jar.
 */
@NullMarked
package com.ofauth.access.contract.kit;

import org.jspecify.annotations.NullMarked;
