package com.ofauth.access.build.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.ValidationContext;

/** The range of an integer format, which the validator itself does not check. */
record IntegerFormat(String name, int bits) implements Format {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean matches(ExecutionContext execution, ValidationContext validation, JsonNode value) {
    return !value.isIntegralNumber() || value.bigIntegerValue().bitLength() < bits;
  }
}
