package com.ofauth.access.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.ofauth.access.build.spec.SchemaValidator;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges bodies by the OpenAPI document, with a validator that shares nothing with the SDK. */
final class Spec {
  private static final SpecDocument SPEC = SpecDocument.onClassPath();
  private static final SchemaValidator VALIDATOR = new SchemaValidator(SPEC);

  private Spec() {}

  /** What is wrong with a body: rules of the schema that it breaks, names that the spec lacks. */
  static List<String> problems(String schema, JsonNode body) {
    List<String> problems = new ArrayList<>();
    VALIDATOR
        .validate("/components/schemas/" + schema, body)
        .forEach(problem -> problems.add(problem.path() + ": " + problem.message()));
    // The schemas are open, so that a misspelt property passes the validator.
    SPEC.schema(schema)
        .unknownProperties(body)
        .forEach(path -> problems.add(path + " is not in the spec"));
    return problems;
  }

  /** The names of all properties that objects of a schema can have. */
  static Set<String> propertyNames(String schema) {
    return SPEC.schema(schema).properties().keySet();
  }
}
