package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SchemaView;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What an operation answers: one model for success, one for every error, and the headers that the
 * HTTP stack reads.
 */
final class ResponseRules implements Rule {

  private static final String ERROR = "#/components/schemas/ErrorResponse";
  private static final List<String> STATUSES =
      List.of("400", "401", "403", "404", "422", "429", "500", "502", "503", "504");
  private static final List<String> HEADERS =
      List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    for (Operation operation : spec.operations()) {
      Set<String> seen = new HashSet<>();
      List<Nodes.Entry> successes = new ArrayList<>();
      for (Nodes.Entry response : operation.responses(spec)) {
        seen.add(response.key());
        if (response.key().startsWith("2")) {
          successes.add(response);
        }
        content(spec, operation, response, findings);
        headers(operation, response, findings);
      }
      if (successes.isEmpty()) {
        findings.add(
            operation.keyNode(),
            "response-success",
            operation.name(),
            "without a response of 200 to 299 there is nothing to decode; add one with a schema and an example");
      }
      if (successes.size() > 1) {
        findings.add(
            successes.get(1).keyNode(),
            "response-success",
            operation.name() + " " + successes.get(1).key(),
            "the method returns what the response of "
                + successes.get(0).key()
                + " holds, and nothing else; keep one response of 200 to 299");
      }
      List<String> missing = new ArrayList<>(STATUSES);
      missing.removeAll(seen);
      if (!missing.isEmpty()) {
        findings.add(
            operation.keyNode(),
            "response-statuses",
            operation.name() + " " + String.join(", ", missing),
            "every call can end so; refer to the response of that status in components/responses");
      }
    }
  }

  private static void content(
      SpecDocument spec, Operation operation, Nodes.Entry response, Findings findings) {
    String offender = operation.name() + " " + response.key();
    boolean success = response.key().startsWith("2");
    Node json = Nodes.get(response.value(), "content", "application/json");
    if (json == null || Nodes.entries(Nodes.get(response.value(), "content")).size() != 1) {
      findings.add(
          response.keyNode(),
          "response-content",
          offender,
          "the client reads JSON; give it application/json and no other");
      return;
    }
    Node schema = Nodes.get(json, "schema");
    String ref = Nodes.text(schema, "$ref");
    if (success && (schema == null || ref == null || !SchemaView.isModel(spec, schema))) {
      findings.add(
          response.keyNode(),
          "response-schema",
          offender,
          "the method returns a named model; refer to an object with properties in components/schemas");
    }
    if (!success && !ERROR.equals(ref)) {
      findings.add(
          response.keyNode(),
          "response-error",
          offender,
          "the client reads every error in one way; its schema has to be " + ERROR);
    }
    if (!Nodes.has(json, "example") && Nodes.entries(Nodes.get(json, "examples")).isEmpty()) {
      findings.add(
          response.keyNode(),
          "response-example",
          offender,
          "tests, mocks and readers live on examples; add a realistic one");
    }
  }

  private static void headers(Operation operation, Nodes.Entry response, Findings findings) {
    List<String> missing = new ArrayList<>(HEADERS);
    if (response.key().equals("429")) {
      missing.add("Retry-After");
    }
    for (Nodes.Entry header : Nodes.entries(Nodes.get(response.value(), "headers"))) {
      missing.remove(header.key());
    }
    if (!missing.isEmpty()) {
      findings.add(
          response.keyNode(),
          "response-headers",
          operation.name() + " " + response.key() + " " + String.join(", ", missing),
          "the rate limiter reads them from every response; refer to components/headers");
    }
  }
}
