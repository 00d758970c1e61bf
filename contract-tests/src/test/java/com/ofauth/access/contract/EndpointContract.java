package com.ofauth.access.contract;

import java.util.List;

/** The interactions of one endpoint. A new endpoint is one more of these in {@link Contracts}. */
interface EndpointContract {

  /** Full shapes, told to the letter: for a provider that can be put into states. */
  List<ContractCase> strict();

  /** What any account's answers satisfy: for the service itself. */
  List<ContractCase> live();
}
