package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.Set;

/**
 * The rules of this project beyond those of the generator. A document that breaks only these can
 * still be generated and compiled; the SDK, its tests or its users need what they ask for.
 */
final class HouseRules implements Rule {
  static final String BODY = "request-body-unsupported";

  private static final Set<String> NAMES =
      Set.of(
          BODY,
          "component-unused",
          "description",
          "enum-open",
          "example-host",
          "example-invalid",
          "example-placeholder",
          "operation-permissions",
          "paging-incomplete",
          "paging-missing",
          "paging-value",
          "sdk-name",
          "sdk-parameter",
          "sdk-response",
          "sdk-value",
          "response-error",
          "response-example",
          "response-headers",
          "response-statuses",
          "security-global",
          "security-missing");

  /** Whether a rule of this name is one of the project and not of the generator. */
  static boolean has(String rule) {
    return NAMES.contains(rule);
  }

  @Override
  public void check(SpecDocument spec, Findings findings) {
    for (Operation operation : spec.operations()) {
      Nodes.Entry body = Nodes.entry(operation.node(), "requestBody");
      if (body != null) {
        findings.add(
            body.keyNode(),
            BODY,
            operation.name(),
            "the SDK sends requests without a body, which it can repeat; leave the operation out");
      }
    }
  }
}
